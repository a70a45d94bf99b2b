package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;

class MasterKeyTest {

    static final Bytes CLUSTER = Bytes.ofHex("6465666768696a6b6c6d6e6f70717273");

    /// The bytes 0 to 31, in the installation 100 to 115.
    static MasterKey master() {
        return new MasterKey(
                SecretBytes.take(
                        Bytes.ofHex(
                                        "000102030405060708090a0b0c0d0e0f"
                                                + "101112131415161718191a1b1c1d1e1f")
                                .toArray()),
                CLUSTER);
    }

    @Test
    void derivesTheKeyThatAnotherProgramWorkedOut() {
        var expected = "70ee7a7513886e833d8bf5bd50c3e40ca739a2f164a258584f48ece4abd028d0";
        assertEquals(
                SecretBytes.take(Bytes.ofHex(expected).toArray()),
                master().derive(KeyPurpose.RECORD_MAC, "meter 1042", 202611));
    }

    @Test
    void derivesTheSameKeyAgain() {
        assertEquals(
                master().derive(KeyPurpose.EVENT_MAC, "box", 0),
                master().derive(KeyPurpose.EVENT_MAC, "box", 0));
    }

    @Test
    void derivesAnotherKeyForEachPurposeSubjectMonthClusterAndMaster() {
        var elsewhere = new MasterKey(SecretBytes.take(new byte[32]), Bytes.of(new byte[16]));
        var otherKey = new MasterKey(SecretBytes.take(new byte[32]), CLUSTER);
        var keys = new ArrayList<SecretBytes>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            keys.add(master().derive(purpose, "meter 1", 202611));
        }
        keys.add(master().derive(KeyPurpose.RECORD_MAC, "meter 12", 202611));
        keys.add(master().derive(KeyPurpose.RECORD_MAC, "meter 1", 202612));
        keys.add(master().derive(KeyPurpose.RECORD_MAC, "meter 1", 0));
        keys.add(elsewhere.derive(KeyPurpose.RECORD_MAC, "meter 1", 202611));
        keys.add(otherKey.derive(KeyPurpose.RECORD_MAC, "meter 1", 202611));
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertNotEquals(keys.get(i), keys.get(j), i + " and " + j);
            }
        }
    }

    @Test
    void derivesAsManyBytesAsAskedFor() {
        assertEquals(48, master().derive(KeyPurpose.METER_KEY, "meter 1", 0, 48).length());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 202600, 202613, 26, 199912, 1000001})
    void refusesAMonthThatThereIsNot(int month) {
        var key = master();
        assertThrows(
                IllegalArgumentException.class,
                () -> key.derive(KeyPurpose.RECORD_MAC, "meter 1", month));
    }

    @Test
    void refusesAShortSecretAndAClusterOfAnotherLength() {
        var shortSecret = SecretBytes.take(new byte[31]);
        var secret = SecretBytes.take(new byte[32]);
        var shortCluster = Bytes.of(new byte[15]);
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(shortSecret, CLUSTER));
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(secret, shortCluster));
    }

    @Test
    void printsNothingOfItself() {
        assertEquals("MasterKey", master().toString());
    }
}
