package org.franklin.datacenter.keymanagement;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.wire.Keys;

import java.security.interfaces.ECPublicKey;
import java.util.Arrays;

/// Seals credentials to the authentication box, as apps do: for mailers that are made at the data
/// center itself.
public final class CredentialsSeal {

    private static final int POINT_LENGTH = 65;

    private CredentialsSeal() {}

    public static Bytes seal(Keys keys, Credentials credentials) {
        var hpke =
                new HPKE(
                        HPKE.mode_base,
                        HPKE.kem_P256_SHA256,
                        HPKE.kdf_HKDF_SHA256,
                        HPKE.aead_AES_GCM256);
        byte[] plain = Canonical.bytes(credentials).toArray();
        try {
            byte[][] sealed =
                    hpke.seal(
                            hpke.deserializePublicKey(point(keys)),
                            Credentials.hpkeInfo(),
                            new byte[0],
                            plain,
                            null,
                            null,
                            null);
            return Bytes.of(sealed[1]).plus(Bytes.of(sealed[0]));
        } catch (InvalidCipherTextException e) {
            throw new AssertionError("sealing takes any text", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// The uncompressed point at the end of the X.509 form of a P-256 key.
    private static byte[] point(Keys keys) {
        var certificate =
                keys.certificates().stream()
                        .flatMap(der -> CertifiedKey.read(der).stream())
                        .filter(key -> key.number() == keys.authenticationBox())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no key to seal to"))
                        .certificate();
        byte[] encoded = ((ECPublicKey) certificate.getPublicKey()).getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - POINT_LENGTH, encoded.length);
    }
}
