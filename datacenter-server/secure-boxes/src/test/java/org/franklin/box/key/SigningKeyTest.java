package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.franklin.box.Damage;
import org.franklin.box.health.BoxFault;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SigningKeyTest {

    private static final Bytes DATA = Bytes.ofHex("0102030405");
    private static final String ORDER =
            "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

    /// The fastest here, the one that every machine has, and one that shares no code with them.
    static Stream<Signatures> providers() {
        return Stream.of(
                Signatures.FASTEST, Signatures.JDK, new Signatures(new BouncyCastleProvider()));
    }

    private static SecretBytes secret(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void signsWhatEveryProviderVerifies(Signatures signatures) {
        var key = SigningKey.generate(signatures, new SecureRandom());
        var signed = key.sign(DATA);
        assertEquals(64, signed.length());
        providers()
                .map(each -> VerifyingKey.of(each, key.publicKey()).orElseThrow())
                .forEach(each -> assertTrue(each.verifies(DATA, signed), signatures::toString));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void isRefusedAfterAnyChangeByEveryProvider(Signatures signatures) {
        var key = SigningKey.generate(new SecureRandom());
        var signed = key.sign(DATA);
        var verifying = VerifyingKey.of(signatures, key.publicKey()).orElseThrow();
        Damage.of(signed).forEach(bad -> assertFalse(verifying.verifies(DATA, bad)));
        Damage.of(DATA).forEach(bad -> assertFalse(verifying.verifies(bad, signed)));
        assertFalse(verifying.verifies(DATA, Bytes.EMPTY));
        assertFalse(verifying.verifies(DATA, Bytes.of(new byte[64])), "r = s = 0");
    }

    @Test
    void isTheSameKeyInAllItsForms() {
        var key = SigningKey.generate(new SecureRandom());
        assertEquals(key.publicKey(), SigningKey.ofPkcs8(key.pkcs8()).publicKey());
        assertEquals(key.publicKey(), SigningKey.ofScalar(key.scalar()).publicKey());
        assertNotEquals(key.publicKey(), SigningKey.generate(new SecureRandom()).publicKey());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesScalarsOutOfRange(Signatures signatures) {
        for (String bad :
                new String[] {"00".repeat(32), ORDER, "ff".repeat(32), "01", "01".repeat(33)}) {
            var scalar = secret(bad);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SigningKey.ofScalar(signatures, scalar),
                    bad);
        }
        assertEquals(
                64,
                SigningKey.ofScalar(signatures, secret("00".repeat(31) + "01"))
                        .sign(DATA)
                        .length());
    }

    @Test
    void outlivesTheSecretThatItWasMadeFromAndNotItsOwnEnd() {
        var scalar = P256.generate(new SecureRandom());
        var key = SigningKey.ofScalar(scalar);
        scalar.close();
        assertEquals(64, key.sign(DATA).length());
        key.close();
        assertThrows(IllegalStateException.class, key::scalar);
        assertThrows(IllegalStateException.class, key::pkcs8);
    }

    @Test
    void signsForManyThreadsAtOnce() throws Exception {
        var key = SigningKey.generate(new SecureRandom());
        var verifying = VerifyingKey.of(key.publicKey()).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var signed =
                    IntStream.range(0, 200)
                            .mapToObj(i -> Bytes.of(new byte[] {(byte) i}))
                            .map(data ->
                                    threads.submit(() -> verifying.verifies(data, key.sign(data))))
                            .toList();
            for (Future<Boolean> each : signed) {
                assertTrue(each.get());
            }
        }
    }

    @Test
    void isNotMadeWhereItsSignaturesDoNotVerify() {
        var crooked = new Signatures(new Crooked());
        var fault =
                assertThrows(
                        BoxFault.class, () -> SigningKey.generate(crooked, new SecureRandom()));
        assertEquals("a new key failed its pairwise test", fault.getMessage());
    }

    @Test
    void isWipedWhereItsPublicKeyIsAnothers() {
        var key = SigningKey.generate(new SecureRandom());
        var other = SigningKey.generate(new SecureRandom());
        assertSame(key, key.triedWith(key.publicKey()));
        assertThrows(BoxFault.class, () -> key.triedWith(other.publicKey()));
        assertThrows(IllegalStateException.class, key::scalar);
    }

    @Test
    void printsNothingOfItself() {
        assertEquals("SigningKey", SigningKey.generate(new SecureRandom()).toString());
    }

    @Test
    void verifyingKeysAreThoseOfPointsOnTheCurveOnly() {
        var spki = SigningKey.generate(new SecureRandom()).publicKey();
        assertEquals(spki, VerifyingKey.of(spki).orElseThrow().spki());
        assertEquals(VerifyingKey.of(spki), VerifyingKey.of(spki));
        Damage.of(spki).forEach(bad -> assertEquals(Optional.empty(), VerifyingKey.of(bad)));
    }
}
