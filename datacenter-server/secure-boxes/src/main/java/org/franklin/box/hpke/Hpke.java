package org.franklin.box.hpke;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;

/// Seals with HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. What
/// is sealed is the 65-byte encapsulated key, drawn for this text alone, then the ciphertext with
/// its tag of 16 bytes; [HpkeRecipient] opens it.
public final class Hpke {

    static final int ENCAPSULATED_LENGTH = 65;
    static final int TAG_LENGTH = 16;

    private Hpke() {}

    static HPKE suite() {
        return new HPKE(
                HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /// `recipient` is X.509 SubjectPublicKeyInfo; refused where that is no key on P-256.
    public static Bytes seal(
            Bytes recipient,
            byte[] info,
            byte[] associated,
            SecretBytes plain,
            SecureRandom random) {
        try (var ephemeral = P256.generate(random)) {
            return seal(recipient, info, associated, plain, ephemeral);
        }
    }

    static Bytes seal(
            Bytes recipient,
            byte[] info,
            byte[] associated,
            SecretBytes plain,
            SecretBytes ephemeral) {
        var hpke = suite();
        var to =
                P256.point(recipient)
                        .map(point -> hpke.deserializePublicKey(point.toArray()))
                        .orElseThrow(() -> new IllegalArgumentException("no key on P-256"));
        var own = P256.point(P256.publicKey(ephemeral)).orElseThrow();
        var pair = ephemeral.use(d -> hpke.deserializePrivateKey(d, own.toArray()));
        var context = hpke.setupBaseS(to, info, pair);
        return plain.use(text -> {
            try {
                return Bytes.of(context.getEncapsulation())
                        .plus(Bytes.of(context.seal(associated, text)));
            } catch (InvalidCipherTextException e) {
                throw new AssertionError("sealing takes any text", e);
            }
        });
    }
}
