package org.franklin.client.datacenter.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.franklin.client.datacenter.connection.TestAuthority;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.UserName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;

class SealedCredentialsTest {

    private static final UserName USER = new UserName("test.office");
    private static final String PASSWORD = "pässword, öffice";
    private static final int ENCAPSULATED = 65;

    @TempDir private Path folder;

    private final TestAuthority post = new TestAuthority("Test Post");
    private final KeyPair box = TestAuthority.newKeys();
    private Bytes publicKey = Bytes.EMPTY;

    @BeforeEach
    void makeDeviceKey() {
        publicKey = key().publicKey();
    }

    @Test
    void openInTheBoxToWhatWasSealed() throws Exception {
        var sealed = sealing().seal(Purpose.SIGN_ON, USER, PASSWORD.toCharArray());

        var expected =
                new Credentials(
                        Purpose.SIGN_ON,
                        USER,
                        Bytes.of(PASSWORD.getBytes(StandardCharsets.UTF_8)),
                        publicKey);
        assertEquals(
                new Decoded.Valid<>(expected),
                Canonical.decode(
                        Credentials.class, open(sealed.orElseThrow(), Credentials.hpkeInfo())));
    }

    @Test
    void lookDifferentEveryTime() {
        var sealing = sealing();

        assertNotEquals(
                sealing.seal(Purpose.SIGN_ON, USER, PASSWORD.toCharArray()),
                sealing.seal(Purpose.SIGN_ON, USER, PASSWORD.toCharArray()));
    }

    @Test
    void openForNoOtherUseAndUnchangedOnly() {
        var sealed = sealing().seal(Purpose.ENROL, USER, PASSWORD.toCharArray()).orElseThrow();
        byte[] otherUse = "another use".getBytes(StandardCharsets.UTF_8);
        assertThrows(InvalidCipherTextException.class, () -> open(sealed, otherUse));

        byte[] changed = sealed.toArray();
        changed[changed.length - 1] ^= 1;
        assertThrows(
                InvalidCipherTextException.class,
                () -> open(Bytes.of(changed), Credentials.hpkeInfo()));
    }

    @Test
    void areNotMadeOfNothingNorOfTooMuch() {
        var sealing = sealing();
        assertTrue(sealing.seal(Purpose.SIGN_ON, USER, new char[0]).isEmpty());

        char[] letters = new char[256];
        Arrays.fill(letters, 'x');
        assertTrue(sealing.seal(Purpose.SIGN_ON, USER, letters).isPresent());
        letters[0] = 'ä';
        assertTrue(sealing.seal(Purpose.SIGN_ON, USER, letters).isEmpty(), "bytes count");
    }

    private SealedCredentials sealing() {
        return new SealedCredentials(
                new CertifiedKey(post.certify("Test credentials", 5, box.getPublic())), key());
    }

    private DeviceKey key() {
        return assertInstanceOf(
                        DeviceKey.Opened.Ready.class, DeviceKey.open(folder, new SecureRandom()))
                .key();
    }

    private Bytes open(Bytes sealed, byte[] info) throws Exception {
        var suite =
                new HPKE(
                        HPKE.mode_base,
                        HPKE.kem_P256_SHA256,
                        HPKE.kdf_HKDF_SHA256,
                        HPKE.aead_AES_GCM256);
        var pair =
                new AsymmetricCipherKeyPair(
                        PublicKeyFactory.createKey(box.getPublic().getEncoded()),
                        PrivateKeyFactory.createKey(box.getPrivate().getEncoded()));
        var context = suite.setupBaseR(sealed.slice(0, ENCAPSULATED).toArray(), pair, info);
        byte[] ciphertext = sealed.slice(ENCAPSULATED, sealed.length()).toArray();
        return Bytes.of(context.open(new byte[0], ciphertext));
    }
}
