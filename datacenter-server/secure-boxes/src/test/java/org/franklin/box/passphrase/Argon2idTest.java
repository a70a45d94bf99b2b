package org.franklin.box.passphrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bouncycastle.crypto.params.Argon2Parameters;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

class Argon2idTest {

    private static final byte[] SALT = filled(16, 2);

    /// RFC 9106, section 5.3.
    @Test
    void givesTheAnswerThatTheStandardPrints() {
        var parameters =
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(32)
                        .withIterations(3)
                        .withParallelism(4)
                        .withSalt(SALT)
                        .withSecret(filled(8, 3))
                        .withAdditional(filled(12, 4));

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                Bytes.of(Argon2id.hash(parameters, filled(32, 1))).hex());
    }

    @Test
    void dependsOnCostSaltAndPassword() {
        var cost = Argon2Cost.FLOOR;
        var hash = hash(cost, SALT, "one");

        assertEquals(hash, hash(cost, SALT, "one"));
        assertNotEquals(hash, hash(cost, SALT, "two"));
        assertNotEquals(hash, hash(cost, filled(16, 5), "one"));
        assertNotEquals(hash, hash(new Argon2Cost(20 * 1024, 2, 1), SALT, "one"));
        assertEquals(Argon2id.LENGTH, hash.length());
    }

    @Test
    void costsNoLessThanTheFloor() {
        assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(18 * 1024, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(19 * 1024, 1, 1));
    }

    private static Bytes hash(Argon2Cost cost, byte[] salt, String password) {
        return Bytes.of(Argon2id.hash(cost, salt, password.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
