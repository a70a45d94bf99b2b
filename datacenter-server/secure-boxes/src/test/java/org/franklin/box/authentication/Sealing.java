package org.franklin.box.authentication;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.franklin.box.key.P256;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.UserName;

import java.nio.charset.StandardCharsets;

/// What the app does: seals credentials to the authentication box's public key.
final class Sealing {

    private final Bytes boxKey;

    /// `boxKey` is X.509 SubjectPublicKeyInfo.
    Sealing(Bytes boxKey) {
        this.boxKey = boxKey;
    }

    static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    Bytes seal(Purpose purpose, UserName user, String password, Bytes deviceKey) {
        var credentials = new Credentials(purpose, user, bytes(password), deviceKey);
        return seal(Canonical.bytes(credentials), Credentials.hpkeInfo());
    }

    Bytes seal(Bytes plain, byte[] info) {
        var hpke =
                new HPKE(
                        HPKE.mode_base,
                        HPKE.kem_P256_SHA256,
                        HPKE.kdf_HKDF_SHA256,
                        HPKE.aead_AES_GCM256);
        try {
            var key = hpke.deserializePublicKey(P256.point(boxKey).orElseThrow().toArray());
            var parts = hpke.seal(key, info, new byte[0], plain.toArray(), null, null, null);
            return Bytes.of(parts[1]).plus(Bytes.of(parts[0]));
        } catch (InvalidCipherTextException e) {
            throw new AssertionError(e);
        }
    }
}
