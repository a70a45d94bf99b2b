package org.franklin.client.datacenter;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.franklin.client.datacenter.connection.TestAuthority;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.wire.Keys;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/// A Post for tests, with the keys of one meter and of the boxes that it certifies.
public final class FakePost {

    static final int RECEIPTS = 2;
    static final int CREDENTIALS = 5;
    public static final int METER = 77;

    private static final int ENCAPSULATED = 65;

    private final TestAuthority root = new TestAuthority("Test Post");
    private final KeyPair receipts = TestAuthority.newKeys();
    private final KeyPair credentials = TestAuthority.newKeys();
    private final KeyPair meter = TestAuthority.newKeys();
    private final SerialNumber serial;

    public FakePost(SerialNumber serial) {
        this.serial = serial;
    }

    SerialNumber serial() {
        return serial;
    }

    Keys keys() {
        var certificates =
                List.of(
                        root.certify("Test receipts", RECEIPTS, receipts.getPublic()),
                        root.certify("Test credentials", CREDENTIALS, credentials.getPublic()),
                        root.certify(serial.toString(), METER, meter.getPublic()));
        return new Keys(
                root.der(), certificates.stream().map(TestAuthority::der).toList(), CREDENTIALS);
    }

    public VerificationKeys verificationKeys() {
        return keys().verificationKeys().orThrow();
    }

    public SignedReceipt sign(Receipt receipt) {
        return sign(receipt, RECEIPTS, receipts.getPrivate());
    }

    /// A receipt that a meter's own key signs, which it never may.
    SignedReceipt signAsMeter(Receipt receipt) {
        return sign(receipt, METER, meter.getPrivate());
    }

    private static SignedReceipt sign(Receipt receipt, int certificate, PrivateKey key) {
        return new SignedReceipt(receipt, certificate, sign(Canonical.bytes(receipt), key));
    }

    public Bytes signIndicium(Bytes data) {
        return sign(data, meter.getPrivate());
    }

    Credentials open(Bytes sealed) {
        try {
            var suite =
                    new HPKE(
                            HPKE.mode_base,
                            HPKE.kem_P256_SHA256,
                            HPKE.kdf_HKDF_SHA256,
                            HPKE.aead_AES_GCM256);
            var pair =
                    new AsymmetricCipherKeyPair(
                            PublicKeyFactory.createKey(credentials.getPublic().getEncoded()),
                            PrivateKeyFactory.createKey(credentials.getPrivate().getEncoded()));
            var context =
                    suite.setupBaseR(
                            sealed.slice(0, ENCAPSULATED).toArray(), pair, Credentials.hpkeInfo());
            byte[] plain =
                    context.open(
                            new byte[0], sealed.slice(ENCAPSULATED, sealed.length()).toArray());
            return Canonical.decode(Credentials.class, Bytes.of(plain)).orThrow();
        } catch (Exception e) {
            throw new IllegalArgumentException("the credentials do not open", e);
        }
    }

    private static Bytes sign(Bytes data, PrivateKey key) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key);
            signer.update(data.toArray());
            return Bytes.of(signer.sign());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
