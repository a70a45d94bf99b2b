package org.franklin.datacenter.function;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.wire.Keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;

/// What a mailer's app does on its own: a device key, sealed credentials, signed requests.
public final class App {

    public static final String PASSWORD = "correct horse battery";

    private final KeyPair device;

    public App() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            device = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public Bytes key() {
        return Bytes.of(device.getPublic().getEncoded());
    }

    public DeviceSigned sign(MeterRequest request) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(device.getPrivate());
            signer.update(request.canonical().toArray());
            return new DeviceSigned(request.canonical(), Bytes.of(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static Bytes seal(
            Keys keys, Purpose purpose, UserName user, String password, Bytes key) {
        var credentials =
                new Credentials(
                        purpose, user, Bytes.of(password.getBytes(StandardCharsets.UTF_8)), key);
        var hpke =
                new HPKE(
                        HPKE.mode_base,
                        HPKE.kem_P256_SHA256,
                        HPKE.kdf_HKDF_SHA256,
                        HPKE.aead_AES_GCM256);
        try {
            byte[][] sealed =
                    hpke.seal(
                            hpke.deserializePublicKey(point(keys)),
                            Credentials.hpkeInfo(),
                            new byte[0],
                            Canonical.bytes(credentials).toArray(),
                            null,
                            null,
                            null);
            return Bytes.of(sealed[1]).plus(Bytes.of(sealed[0]));
        } catch (InvalidCipherTextException e) {
            throw new AssertionError(e);
        }
    }

    /// The uncompressed point at the end of the X.509 form of a P-256 key.
    private static byte[] point(Keys keys) {
        var certificate =
                keys.certificates().stream()
                        .map(der -> CertifiedKey.read(der).orElseThrow())
                        .filter(key -> key.number() == keys.authenticationBox())
                        .findFirst()
                        .orElseThrow()
                        .certificate();
        byte[] encoded = ((ECPublicKey) certificate.getPublicKey()).getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length);
    }
}
