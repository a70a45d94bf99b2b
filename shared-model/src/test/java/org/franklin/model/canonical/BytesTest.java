package org.franklin.model.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.junit.jupiter.api.Test;

import java.util.List;

class BytesTest {

    @Test
    void nobodyChangesThemFromOutside() {
        byte[] mine = {1, 2, 3};
        var bytes = Bytes.of(mine);
        mine[0] = 9;
        bytes.toArray()[1] = 9;

        assertEquals(Bytes.ofHex("010203"), bytes);
    }

    @Test
    void theyCompareByContent() {
        assertEquals(Bytes.ofHex("0102"), Samples.counting(1, 2));
        assertEquals(Bytes.ofHex("0102").hashCode(), Samples.counting(1, 2).hashCode());
        assertNotEquals(Bytes.ofHex("0102"), Bytes.ofHex("0103"));
        assertNotEquals(Bytes.ofHex("0102"), Bytes.ofHex("010200"));
    }

    @Test
    void aSliceIsAPartAndNothingBesides() {
        var bytes = Samples.counting(0, 4);

        assertEquals(Bytes.ofHex("0102"), bytes.slice(1, 3));
        assertEquals(Bytes.EMPTY, bytes.slice(4, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(3, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(-1, 2));
    }

    @Test
    void manyAreJoinedInTheirOrder() {
        assertEquals(
                Samples.counting(0, 9),
                Bytes.join(
                        List.of(
                                Samples.counting(0, 4),
                                Bytes.EMPTY,
                                Samples.counting(4, 4),
                                Samples.counting(8, 1))));
        assertEquals(Bytes.EMPTY, Bytes.join(List.of()));
    }

    @Test
    void theyPrintShortly() {
        assertEquals("109 bytes 00010203", Samples.counting(0, 109).toString());
        assertEquals("0 bytes ", Bytes.EMPTY.toString());
    }

    @Test
    void whatIsNotHexIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("0g"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("012"));
    }

    @Test
    void aHashIsThatOfTheStandard() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Hash.of(new byte[] {'a', 'b', 'c'}).bytes().hex());
        assertEquals("ba7816bf8f01cfea", Hash.of(Bytes.ofHex("616263")).toString());
        assertThrows(IllegalArgumentException.class, () -> new Hash(Samples.counting(0, 31)));
    }
}
