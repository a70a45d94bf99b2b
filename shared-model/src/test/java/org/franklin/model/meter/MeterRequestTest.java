package org.franklin.model.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.Locale;

class MeterRequestTest {

    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final DeviceId DEVICE = new DeviceId(3);

    @Test
    void aSerialNumberIsPrintedInFull() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("ZZ 01 0001042", SERIAL.toString());
            assertEquals("ZZ 01 9999999", new SerialNumber(9_999_999).toString());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_000_000, Integer.MAX_VALUE})
    void aSerialNumberHasAtMostSevenDigits(int number) {
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
    void devicesAreNumberedFromOne(int number) {
        assertThrows(IllegalArgumentException.class, () -> new DeviceId(number));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0})
    void requestsAreNumberedFromOne(long sequence) {
        assertThrows(IllegalArgumentException.class, () -> new Cancel(SERIAL, DEVICE, sequence));
        assertThrows(IllegalArgumentException.class, () -> dispense(sequence, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Enrol(SERIAL, DEVICE, sequence, Samples.counting(0, 91)));
        assertThrows(
                IllegalArgumentException.class, () -> new Revoke(SERIAL, DEVICE, sequence, DEVICE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_001})
    void aRequestIsForOneToAThousandPieces(int pieces) {
        assertThrows(IllegalArgumentException.class, () -> dispense(1, pieces));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 92, 100_000})
    void aDeviceKeyHasNinetyOneBytes(int length) {
        var key = Bytes.of(new byte[length]);

        assertThrows(IllegalArgumentException.class, () -> new Enrol(SERIAL, DEVICE, 1, key));
    }

    @Test
    void theTotalIsThatOfItsPieces() {
        assertEquals(new Postage(11_820), Samples.dispense().total());
        assertEquals(Postage.ofDollars(780), dispense(1, 1_000).total());
    }

    @Test
    void aCancelIsInThePlaceOfItsRequestAndAnotherRequest() {
        var cancel = RequestKey.of(new Cancel(SERIAL, DEVICE, 17));
        var dispense = RequestKey.of(Samples.dispense());

        assertEquals(true, cancel.samePlace(dispense));
        assertNotEquals(cancel, dispense);
        assertEquals(
                false, cancel.samePlace(RequestKey.of(new Cancel(SERIAL, new DeviceId(4), 17))));
        assertEquals(false, cancel.samePlace(RequestKey.of(new Cancel(SERIAL, DEVICE, 18))));
    }

    @Test
    void aQuoteIsNamedBySixteenBytes() {
        assertThrows(IllegalArgumentException.class, () -> new QuoteId(Samples.counting(0, 15)));
        assertEquals(
                "000102030405060708090a0b0c0d0e0f",
                new QuoteId(Samples.counting(0, 16)).toString());
    }

    @Test
    void whatIsSignedHasItsBounds() {
        var longest = Bytes.of(new byte[DeviceSigned.LONGEST]);
        var signature = Samples.counting(0, 64);

        assertEquals(longest, new DeviceSigned(longest, signature).request());
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeviceSigned(longest.plus(Bytes.ofHex("00")), signature));
        assertThrows(
                IllegalArgumentException.class,
                () -> new DeviceSigned(longest, Samples.counting(0, 63)));
    }

    private static Dispense dispense(long sequence, int pieces) {
        return new Dispense(
                SERIAL,
                DEVICE,
                sequence,
                new QuoteId(Samples.counting(0, 16)),
                Collections.nCopies(
                        pieces, new PricedMailpiece(Samples.letter(), Postage.ofCents(78))));
    }
}
