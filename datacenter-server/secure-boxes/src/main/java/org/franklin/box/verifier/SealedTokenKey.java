package org.franklin.box.verifier;

import org.franklin.box.hpke.Hpke;
import org.franklin.box.hpke.HpkeRecipient;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.meter.SerialNumber;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/// The Post's token key of one meter, 16 bytes, sealed with [Hpke] to one verifier: 97 bytes. It
/// opens for that verifier, installation and meter alone.
public record SealedTokenKey(SerialNumber serial, Bytes sealed) {

    /// What the sealing is bound to, as associated data in canonical form.
    private record Bound(Bytes cluster, Verifier verifier, SerialNumber serial) {}

    /// The key stays the caller's.
    public static SealedTokenKey seal(
            Bytes cluster,
            Verifier verifier,
            SerialNumber serial,
            SecretBytes key,
            SecureRandom random) {
        return new SealedTokenKey(
                serial,
                Hpke.seal(
                        verifier.publicKey(),
                        info(),
                        bound(cluster, verifier, serial),
                        key,
                        random));
    }

    Optional<SecretBytes> open(Bytes cluster, Verifier verifier, HpkeRecipient key) {
        return key.open(info(), bound(cluster, verifier, serial), sealed);
    }

    private static byte[] info() {
        return "franklin/v1 postal token key".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bound(Bytes cluster, Verifier verifier, SerialNumber serial) {
        return Canonical.bytes(new Bound(cluster, verifier, serial)).toArray();
    }
}
