package org.franklin.box.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.Damage;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

class RecordMacTest {

    private static final Bytes BODY = Bytes.of("body".getBytes(StandardCharsets.US_ASCII));

    private final RecordMac records = new RecordMac(MasterKeyTest.master(), KeyPurpose.RECORD_MAC);
    private final Bytes mac = records.mac("meter 1042", 202611, BODY);

    @Test
    void givesTheMacThatAnotherProgramWorkedOut() {
        assertEquals("92dc47caad94f373057936c73e6edfdb8467fd8cfa8e9096c8b0010d48558a38", mac.hex());
    }

    @Test
    void verifiesWhatItMade() {
        assertTrue(records.verifies("meter 1042", 202611, BODY, mac));
    }

    @Test
    void refusesEachChangedByteOfBodyAndMac() {
        Damage.of(mac)
                .forEach(bad -> assertFalse(records.verifies("meter 1042", 202611, BODY, bad)));
        Damage.of(BODY)
                .forEach(bad -> assertFalse(records.verifies("meter 1042", 202611, bad, mac)));
        assertFalse(records.verifies("meter 1042", 202611, BODY, Bytes.EMPTY));
    }

    @Test
    void refusesTheMacOfAnotherSubjectMonthOrPurpose() {
        var journal = new RecordMac(MasterKeyTest.master(), KeyPurpose.JOURNAL_MAC);
        assertFalse(records.verifies("meter 1043", 202611, BODY, mac));
        assertFalse(records.verifies("meter 1042", 202612, BODY, mac));
        assertFalse(journal.verifies("meter 1042", 202611, BODY, mac));
    }

    @Test
    void saysNoToAMonthThatThereIsNotRatherThanFail() {
        assertFalse(records.verifies("meter 1042", 202613, BODY, mac));
    }
}
