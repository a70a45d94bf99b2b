package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;

class SecretBytesTest {

    private final SecretBytes secret = SecretBytes.take(new byte[] {65, 66, 67});

    @Test
    void wipesTheArrayThatItTakes() {
        byte[] given = {1, 2, 3};
        SecretBytes.take(given);
        assertArrayEquals(new byte[3], given);
    }

    @Test
    void hasAtLeastOneByte() {
        assertThrows(IllegalArgumentException.class, () -> SecretBytes.take(new byte[0]));
    }

    @Test
    void lendsItsBytesAndWipesTheLoan() {
        var lent = new AtomicReference<>(new byte[0]);
        int sum =
                secret.use(bytes -> {
                    lent.set(bytes);
                    return bytes[0] + bytes[1] + bytes[2];
                });
        assertEquals(65 + 66 + 67, sum);
        assertArrayEquals(new byte[3], lent.get());
    }

    @Test
    void wipesTheLoanOfAUserThatThrows() {
        var lent = new AtomicReference<>(new byte[0]);
        assertThrows(
                IllegalStateException.class,
                () ->
                        secret.use(bytes -> {
                            lent.set(bytes);
                            throw new IllegalStateException();
                        }));
        assertArrayEquals(new byte[3], lent.get());
    }

    @Test
    void isUnharmedByWhatTheUserDoesToTheLoan() {
        secret.use(bytes -> bytes[0] = 0);
        assertEquals(SecretBytes.take(new byte[] {65, 66, 67}), secret);
    }

    @Test
    void comparesByContent() {
        assertEquals(secret, secret.copy());
        assertEquals(secret.hashCode(), SecretBytes.take(new byte[] {9}).hashCode());
        assertNotEquals(secret, SecretBytes.take(new byte[] {65, 66, 68}));
        assertNotEquals(secret, SecretBytes.take(new byte[] {65, 66}));
    }

    @Test
    void joinsTwoSecretsInOrder() {
        var both = SecretBytes.take(new byte[] {1}).plus(SecretBytes.take(new byte[] {2, 3}));
        assertEquals(SecretBytes.take(new byte[] {1, 2, 3}), both);
    }

    @Test
    void isGoneOnceClosed() {
        var copy = secret.copy();
        secret.close();
        assertThrows(IllegalStateException.class, () -> secret.use(bytes -> bytes[0]));
        assertThrows(IllegalStateException.class, secret::copy);
        assertNotEquals(copy, secret);
        assertEquals(secret, secret);
        assertEquals(65, copy.<Integer>use(bytes -> (int) bytes[0]), "a copy lives on");
    }

    @Test
    void drawsDifferentSecretsOfTheLengthAskedFor() {
        var random = new SecureRandom();
        var first = SecretBytes.random(32, random);
        assertEquals(32, first.length());
        assertNotEquals(first, SecretBytes.random(32, random));
    }

    @Test
    void neverPrintsItsContent() {
        assertEquals("secret", secret.toString());
        assertFalse("%s".formatted(secret).contains("ABC"));
    }
}
