package org.franklin.box.authentication;

import org.franklin.box.authentication.MailerRecord.SealedPassword;
import org.franklin.box.key.AesGcm;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.MailerId;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// Keeps what a mailer is authenticated by in cipher text: AES-256-GCM with a random nonce, under a
/// key for this mailer and month, so that only this box can even try a password.
final class PasswordSeal {

    private record Owner(Bytes cluster, MailerId mailer, int month) {}

    private final MasterKey key;
    private final Bytes cluster;
    private final SecureRandom random;

    /// `key` is the one that this box shares with the steel box.
    PasswordSeal(MasterKey key, Bytes cluster, SecureRandom random) {
        this.key = key;
        this.cluster = cluster;
        this.random = random;
    }

    SealedPassword seal(MailerId mailer, int month, String hash) {
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(nonce);
        try (var sealing = sealing(mailer, month)) {
            return new SealedPassword(
                    Bytes.of(nonce),
                    AesGcm.seal(
                            sealing,
                            nonce,
                            owner(mailer, month),
                            hash.getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /// Empty where the cipher text was changed, or is another mailer's or month's.
    Optional<String> open(MailerRecord record) {
        var sealed = record.password();
        try (var sealing = sealing(record.mailer(), record.month())) {
            return AesGcm.open(
                            sealing,
                            sealed.nonce(),
                            owner(record.mailer(), record.month()),
                            sealed.ciphertext())
                    .map(PasswordSeal::text);
        }
    }

    private static String text(SecretBytes plain) {
        try (plain) {
            return plain.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
        }
    }

    private SecretBytes sealing(MailerId mailer, int month) {
        return key.derive(KeyPurpose.MAILER_SEAL, "mailer " + mailer, month);
    }

    private byte[] owner(MailerId mailer, int month) {
        return Canonical.encode(Owner.class, new Owner(cluster, mailer, month));
    }

    @Override
    public String toString() {
        return "PasswordSeal";
    }
}
