package org.franklin.box.hpke;

import static org.franklin.box.hpke.Hpke.ENCAPSULATED_LENGTH;
import static org.franklin.box.hpke.Hpke.TAG_LENGTH;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.util.Optional;

/// A P-256 private key that opens what others have sealed to it with [Hpke].
public final class HpkeRecipient implements AutoCloseable {

    private final SecretBytes scalar;
    private final Bytes publicKey;
    private final Bytes point;

    /// Takes the scalar, 32 bytes, for its own.
    public HpkeRecipient(SecretBytes scalar) {
        this.scalar = scalar;
        this.publicKey = P256.publicKey(scalar);
        this.point = P256.point(publicKey).orElseThrow();
    }

    /// X.509 SubjectPublicKeyInfo.
    public Bytes publicKey() {
        return publicKey;
    }

    /// The plain bytes, or nothing where they were sealed to another key, with another info or
    /// other associated data, or were changed.
    public Optional<SecretBytes> open(byte[] info, byte[] associated, Bytes sealed) {
        if (sealed.length() <= ENCAPSULATED_LENGTH + TAG_LENGTH) {
            return Optional.empty();
        }
        var hpke = Hpke.suite();
        try {
            byte[] plain =
                    hpke.open(
                            sealed.slice(0, ENCAPSULATED_LENGTH).toArray(),
                            scalar.use(d -> hpke.deserializePrivateKey(d, point.toArray())),
                            info,
                            associated,
                            sealed.slice(ENCAPSULATED_LENGTH, sealed.length()).toArray(),
                            null,
                            null,
                            null);
            return Optional.of(SecretBytes.take(plain));
        } catch (InvalidCipherTextException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// For its owner's file only: the whole key, in PKCS#8.
    public SecretBytes pkcs8() {
        return P256.pkcs8(scalar);
    }

    @Override
    public String toString() {
        return "HpkeRecipient";
    }

    @Override
    public void close() {
        scalar.close();
    }
}
