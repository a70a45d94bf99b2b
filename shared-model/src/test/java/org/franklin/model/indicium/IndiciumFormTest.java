package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Random;

class IndiciumFormTest {

    private static final Bytes SIGNATURE = Samples.counting(0, 64);

    private static final Bytes LETTER =
            Bytes.ofHex(
                    "465a5a30311204000054eb0100000c0300032935010a00"
                            + "a1000000010101120400b17b01000050357f01000100");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Samples samples = new Samples(random);

    @Test
    void whatIsWrittenIsRead() {
        readsWhatItWrites();
    }

    private void readsWhatItWrites() {
        for (int i = 0; i < 5_000; i++) {
            var signed = new EcdsaIndicium(samples.indicium(), samples.bytes(64));

            assertEquals(
                    new Valid<>(signed), IndiciumForm.decode(signed.bytes()), () -> "seed " + seed);
        }
    }

    @Test
    void aFlippedBitIsEitherRefusedOrSaysWhatItSays() {
        for (int i = 0; i < 30; i++) {
            var symbol = new EcdsaIndicium(samples.indicium(), SIGNATURE).bytes();
            for (int bit = 0; bit < symbol.length() * Byte.SIZE; bit++) {
                readsNothingThatItWouldWriteOtherwise(flip(symbol, bit));
            }
        }
    }

    @Test
    void garbageIsRefusedWithAReason() {
        for (int length = 0; length <= 300; length++) {
            var garbage = samples.bytes(length);

            assertInstanceOf(Malformed.class, IndiciumForm.decode(garbage), () -> "seed " + seed);
        }
    }

    @Test
    void garbageBehindAGoodHeaderIsReadStrictly() {
        var header = Bytes.ofHex("465a5a3031");
        for (int i = 0; i < 20_000; i++) {
            readsNothingThatItWouldWriteOtherwise(header.plus(samples.bytes(104)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 47, the format version is not Franklin's
                    1, 59, the vendor or model is not Franklin's
                    4, 32, the vendor or model is not Franklin's
                    5, 00000000, 'a field is out of range: a serial number is 1 to 9999999'
                    5, ffffffff, 'a field is out of range: a serial number is 1 to 9999999'
                    17, 00000000, a field is out of range: the date of mailing is no day
                    17, b5293501, a field is out of range: the date of mailing is no day
                    17, 0b293501, a field is out of range: the date of mailing is no day
                    17, ffffffff, a field is out of range: the date of mailing is no day
                    17, 9fbc3001, 'a field is out of range: a date of mailing is of 1998 to 9999'
                    17, 65e1f505, 'a field is out of range: a date of mailing is of 1998 to 9999'
                    21, 0000, a field is out of range: a weight is 0.1 oz to 70 lb
                    21, ffff, a field is out of range: a weight is 0.1 oz to 70 lb
                    23, 00000000, 'a field is out of range: the piece count is 1 to 2^32 - 1'
                    27, 00, a field is out of range: no mail class has this code
                    28, ff, a field is out of range: no rate category has this code
                    33, 000000000000, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    33, ffffffffffff, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    33, a08601000050, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    33, 9e7c01000060, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    39, a0860100, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    39, ffffffff, 'a field is out of range: a ZIP code has 5, 9 or 11 digits'
                    43, 0000, a field is out of range: an indicium of vendor ZZ is a specimen
                    43, 1100, a field is not in its one form
                    43, 0180, a field is not in its one form
                    """)
    void aFieldOutOfRangeIsNamed(int offset, String hex, String reason) {
        var symbol = LETTER.plus(SIGNATURE);
        assertInstanceOf(Valid.class, IndiciumForm.decode(symbol));

        assertEquals(
                new Malformed<>(reason),
                IndiciumForm.decode(replace(symbol, offset, Bytes.ofHex(hex))));
    }

    @Test
    void aWrongLengthIsNamed() {
        assertEquals(
                new Malformed<>("an indicium has 109 bytes, these are 45"),
                IndiciumForm.decode(samples.bytes(45)));
    }

    @Test
    void theBytesDoNotDependOnTheCountryOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            readsWhatItWrites();
        } finally {
            Locale.setDefault(usual);
        }
    }

    private void readsNothingThatItWouldWriteOtherwise(Bytes symbol) {
        switch (IndiciumForm.decode(symbol)) {
            case Valid<SignedIndicium>(var signed) ->
                    assertEquals(symbol, signed.bytes(), () -> "seed " + seed);
            case Malformed<SignedIndicium>(var reason) ->
                    assertEquals(false, reason.isBlank(), () -> "seed " + seed);
        }
    }

    static Bytes flip(Bytes bytes, int bit) {
        byte[] flipped = bytes.toArray();
        flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.of(flipped);
    }

    static Bytes replace(Bytes bytes, int offset, Bytes part) {
        return bytes.slice(0, offset)
                .plus(part)
                .plus(bytes.slice(offset + part.length(), bytes.length()));
    }
}
