package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class VerificationKeysTest {

    private static final SerialNumber SERIAL = new SerialNumber(1042);

    private final TestAuthority post = new TestAuthority();
    private final KeyPair key = TestAuthority.keyPair();
    private final Bytes certificate = post.certify(SERIAL, -1, key);

    @Test
    void aCertificateIsFoundByTheLowBitsOfItsSerialNumber() {
        var found = keys(certificate).find(-1);

        var trusted = assertInstanceOf(Lookup.Trusted.class, found);
        assertEquals(-1, trusted.key().number());
        assertEquals(-1, CertifiedKey.numberOf(certificate));
        assertTrue(trusted.key().isOfMeter(SERIAL));
        assertEquals(false, trusted.key().isOfMeter(new SerialNumber(1043)));
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertEquals(new Lookup.Unknown(), keys(certificate).find(1));
        assertEquals(new Lookup.Unknown(), keys().find(-1));
    }

    @Test
    void aStrangersCertificateIsKeptButUntrusted() {
        var stranger = new TestAuthority().certify(SERIAL, 5, key);

        assertInstanceOf(Lookup.Untrusted.class, keys(stranger).find(5));
    }

    @Test
    void aStrangerCannotHideTheRightCertificate() {
        var stranger = new TestAuthority().certify(SERIAL, -1, key);

        assertInstanceOf(Lookup.Trusted.class, keys(certificate, stranger).find(-1));
        assertInstanceOf(Lookup.Trusted.class, keys(stranger, certificate).find(-1));
    }

    @Test
    void keysThatCannotSignAnIndiciumAreRefused() {
        for (KeyPair other : List.of(TestAuthority.rsa(), TestAuthority.p384())) {
            var wrong = post.certify(SERIAL, 7, other);

            assertEquals(Optional.empty(), CertifiedKey.read(wrong));
            assertInstanceOf(Malformed.class, VerificationKeys.of(post.root(), List.of(wrong)));
        }
    }

    @Test
    void onlyDerIsACertificate() {
        var der = certificate.toArray();
        var pem =
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n";

        assertEquals(
                Optional.empty(),
                CertifiedKey.read(Bytes.of(pem.getBytes(StandardCharsets.US_ASCII))));
        assertEquals(Optional.empty(), CertifiedKey.read(Bytes.EMPTY));
        assertEquals(Optional.empty(), CertifiedKey.read(certificate.plus(Bytes.ofHex("00"))));
    }

    @Test
    void aBrokenCertificateIsRefusedAndNeverThrown() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var samples = new Samples(random);
        for (int i = 0; i < 2_000; i++) {
            byte[] broken = certificate.toArray();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            var cut = Bytes.of(broken).slice(0, random.nextInt(broken.length));

            CertifiedKey.read(Bytes.of(broken)).ifPresent(read -> read.verifies(cut, cut));
            assertEquals(Optional.empty(), CertifiedKey.read(cut), () -> "seed " + seed);
            assertEquals(
                    Optional.empty(),
                    CertifiedKey.read(samples.bytes(random.nextInt(300))),
                    () -> "seed " + seed);
        }
    }

    @Test
    void aRootThatIsNoCertificateIsNamed() {
        assertEquals(
                new Malformed<>("the root certificate cannot be read"),
                VerificationKeys.of(Bytes.EMPTY, List.of(certificate)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 63, 65, 128})
    void aSignatureOfAnotherLengthDoesNotVerify(int length) {
        assertEquals(
                false,
                CertifiedKey.read(certificate)
                        .orElseThrow()
                        .verifies(Bytes.EMPTY, Bytes.of(new byte[length])));
    }

    @Test
    void theNumberOfSomethingElseIsABug() {
        assertThrows(RuntimeException.class, () -> CertifiedKey.numberOf(Bytes.EMPTY));
    }

    private VerificationKeys keys(Bytes... certificates) {
        var keys = VerificationKeys.of(post.root(), List.of(certificates));
        assertInstanceOf(Valid.class, keys);
        return keys.orThrow();
    }
}
