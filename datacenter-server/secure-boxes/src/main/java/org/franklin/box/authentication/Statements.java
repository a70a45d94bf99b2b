package org.franklin.box.authentication;

import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Login;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;

import java.security.SecureRandom;
import java.time.Instant;

/// What this box tells other boxes under its signature.
final class Statements {

    private static final int ATTEMPT_LENGTH = 16;

    private final Bytes cluster;
    private final BoxSigner signer;
    private final SecureRandom random;

    Statements(Bytes cluster, BoxSigner signer, SecureRandom random) {
        this.cluster = cluster;
        this.signer = signer;
        this.random = random;
    }

    /// A [Login].
    BoxSigned login(MailerId mailer, Instant time, boolean accepted, Bytes deviceKey) {
        byte[] attempt = new byte[ATTEMPT_LENGTH];
        random.nextBytes(attempt);
        return signer.sign(
                new Login(cluster, mailer, Bytes.of(attempt), time, accepted, Hash.of(deviceKey)));
    }

    /// A [Grant] to the meter of this mailer.
    BoxSigned grant(MailerRecord mailer, long number, Bytes deviceKey, Grant.Kind kind) {
        return signer.sign(
                new Grant(cluster, mailer.serial(), mailer.owner(), number, deviceKey, kind));
    }
}
