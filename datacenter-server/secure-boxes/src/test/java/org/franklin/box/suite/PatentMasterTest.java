package org.franklin.box.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;

/// Derivation by encrypting the serial number, the month and the year.
class PatentMasterTest {

    private static final Bytes SET = Bytes.ofHex("0123456789abcdeffedcba9876543210");

    private static PatentMaster master() {
        return new PatentMaster(SecretBytes.take(SET.toArray()));
    }

    private static Bytes derive(PatentPurpose purpose, String subject, int month) {
        try (var master = master();
                var derived = master.derive(purpose, subject, month)) {
            return derived.use(Bytes::of);
        }
    }

    /// Worked out by OpenSSL 3: `enc -des-ede-cbc -nopad` over each half's blocks, IV zero, the
    /// last block kept, the parity set by hand.
    @Test
    void derivesTheKeyThatAnotherProgramWorkedOut() {
        assertEquals(
                "8ffef1b54c732a3b94d6027c3e0864ae",
                derive(PatentPurpose.RECORD_MAC, "meter 1042", 202611).hex());
    }

    @Test
    void eachPurposeSubjectMonthAndYearHasItsOwnKey() {
        var keys = new HashSet<Bytes>();
        for (PatentPurpose purpose : PatentPurpose.values()) {
            for (String subject : List.of("meter 1", "meter 10", "meter 2", "account ab")) {
                for (int month : List.of(0, 202601, 202611, 202612, 202701)) {
                    keys.add(derive(purpose, subject, month));
                }
            }
        }

        assertEquals(PatentPurpose.values().length * 4 * 5, keys.size());
    }

    @Test
    void derivedKeysHaveOddParity() {
        for (byte each : derive(PatentPurpose.TOKEN_KEY_WRAP, "meter 7", 0).toArray()) {
            assertEquals(1, Integer.bitCount(each & 0xff) % 2);
        }
    }

    @Test
    void printsNoKeyAndRefusesAnotherLength() {
        assertEquals("PatentMaster", master().toString());
        var longer = SecretBytes.take(new byte[32]);
        assertThrows(IllegalArgumentException.class, () -> new PatentMaster(longer));
    }
}
