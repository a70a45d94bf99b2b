package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.Damage;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;

class P256Test {

    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    /// The example of RFC 6979, A.2.5.
    private static final String SCALAR =
            "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";

    private static final String POINT =
            "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                    + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";

    private static SecretBytes secret(String hex) {
        return SecretBytes.take(Bytes.ofHex(hex).toArray());
    }

    private static BigInteger number(SecretBytes scalar) {
        return scalar.use(bytes -> new BigInteger(1, bytes));
    }

    private static SecretBytes wide(BigInteger number) {
        byte[] wide = new byte[P256.WIDE_LENGTH];
        byte[] bytes = number.toByteArray();
        System.arraycopy(bytes, 0, wide, wide.length - bytes.length, bytes.length);
        return SecretBytes.take(wide);
    }

    @Test
    void worksOutThePublicKeyThatTheStandardPrints() {
        var spki = P256.publicKey(secret(SCALAR));
        assertEquals(91, spki.length());
        assertEquals(Optional.of(Bytes.ofHex(POINT)), P256.point(spki));
    }

    @Test
    void reducesIntoOneToOrderMinusOne() {
        assertEquals(BigInteger.ONE, number(P256.reduce(wide(BigInteger.ZERO))));
        var last = N.subtract(BigInteger.TWO);
        assertEquals(N.subtract(BigInteger.ONE), number(P256.reduce(wide(last))));
        assertEquals(BigInteger.ONE, number(P256.reduce(wide(last.add(BigInteger.ONE)))));
        byte[] most = new byte[P256.WIDE_LENGTH];
        Arrays.fill(most, (byte) 0xff);
        var expected = new BigInteger(1, most).mod(N.subtract(BigInteger.ONE)).add(BigInteger.ONE);
        assertEquals(expected, number(P256.reduce(SecretBytes.take(most))));
    }

    @Test
    void reducesFromFortyEightBytesOnly() {
        var tooFew = SecretBytes.take(new byte[32]);
        assertThrows(IllegalArgumentException.class, () -> P256.reduce(tooFew));
    }

    @Test
    void readsThePkcs8FormOfTheJdkAndItsOwn() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var scalar = P256.scalar(SecretBytes.take(pair.getPrivate().getEncoded()));
        assertEquals(((ECPrivateKey) pair.getPrivate()).getS(), number(scalar));
        assertEquals(Bytes.of(pair.getPublic().getEncoded()), P256.publicKey(scalar));
        assertEquals(scalar, P256.scalar(P256.pkcs8(scalar)));
    }

    @Test
    void refusesAPrivateKeyOfAnotherCurveOrForm() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var other = SecretBytes.take(generator.generateKeyPair().getPrivate().getEncoded());
        var noKey = secret("3003020100");
        assertThrows(IllegalArgumentException.class, () -> P256.scalar(other));
        assertThrows(IllegalArgumentException.class, () -> P256.scalar(noKey));
    }

    @Test
    void refusesEveryOtherPublicKey() {
        var spki = P256.publicKey(secret(SCALAR));
        Damage.of(spki).forEach(bad -> assertEquals(Optional.empty(), P256.point(bad)));
        var infinity = spki.slice(0, 26).plus(Bytes.of(new byte[65]));
        assertEquals(Optional.empty(), P256.point(infinity));
        assertEquals(Optional.empty(), P256.point(Bytes.EMPTY));
    }

    @Test
    void drawsScalarsInRange() {
        var random = new SecureRandom();
        for (int i = 0; i < 100; i++) {
            assertTrue(P256.generate(random).use(P256::isScalar));
        }
    }
}
