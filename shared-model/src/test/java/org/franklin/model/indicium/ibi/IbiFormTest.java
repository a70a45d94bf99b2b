package org.franklin.model.indicium.ibi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.model.Samples;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;

/// The 89 bytes of IBI, against two symbols of real PC postage whose first 49 bytes are public
/// (Stack Overflow, answer 27129638). What was not published is filled up here.
class IbiFormTest {

    private static final Bytes ENDICIA =
            Bytes.ofHex(
                    "5001dc780c003037315657"
                            + "6c08007a8609c54ed827008ab73201244f000067496d1500"
                            + "b5c30000000006c13102b90290d0");
    private static final Bytes STAMPS_COM =
            Bytes.ofHex(
                    "0501ffff00003036325"
                            + "33b477000f2ed100000141e00565233015933010000000000"
                            + "000004000200005cda000038303334");

    private static final Bytes SIGNATURE = Samples.counting(7, 40);

    @Test
    void theRealSymbolOfEndiciaSaysWhatWasPublished() {
        var symbol = ENDICIA.plus(SIGNATURE).plus(Samples.counting(0, 9));

        var expected =
                new IbiIndicium(
                        0x50,
                        1,
                        817_372,
                        "07",
                        "1V",
                        552_023,
                        new Postage(338_313_184_890L),
                        new Postage(10_200),
                        LocalDate.of(2010, 10, 2),
                        20_260,
                        359_483_751,
                        Bytes.ofHex("b5c300000000"),
                        new Postage(36_815_110),
                        Bytes.ofHex("b90290d0"),
                        SIGNATURE,
                        Samples.counting(0, 9));
        assertEquals(new Valid<>(expected), IbiForm.decode(symbol));
        assertEquals(symbol, IbiForm.encode(expected));
    }

    @Test
    void theRealSymbolOfStampsComSaysWhatWasPublished() {
        var symbol = STAMPS_COM.plus(SIGNATURE);

        var expected =
                new IbiIndicium(
                        0x05,
                        1,
                        65_535,
                        "06",
                        "2S",
                        7_358_267,
                        Postage.parse("$1109.490"),
                        Postage.parse("$7.70"),
                        LocalDate.of(2014, 6, 30),
                        78_681,
                        0,
                        Bytes.ofHex("000400020000"),
                        Postage.parse("$55.90"),
                        Bytes.of("8034".getBytes(StandardCharsets.US_ASCII)),
                        SIGNATURE,
                        Bytes.EMPTY);
        assertEquals(new Valid<>(expected), IbiForm.decode(symbol));
        assertEquals(symbol, IbiForm.encode(expected));
    }

    @Test
    void whatCanBeReadIsWrittenAgainToTheByte() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] symbol = ENDICIA.plus(SIGNATURE).toArray();
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                symbol[random.nextInt(symbol.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            }
            if (IbiForm.decode(Bytes.of(symbol)) instanceof Valid<IbiIndicium>(var found)) {
                read++;
                assertEquals(Bytes.of(symbol), IbiForm.encode(found), "seed " + seed);
            }
        }
        assertEquals(true, read > 1_000, "seed " + seed);
    }

    @Test
    void otherLengthsAreRefused() {
        for (int length = 0; length <= 200; length++) {
            var symbol = ENDICIA.plus(Bytes.of(new byte[200])).slice(0, length);
            assertEquals(length >= 89 && length <= 112, IbiForm.decode(symbol) instanceof Valid<?>);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 0007", "8, 80ff", "22, 00000000", "22, ffffffff", "22, 0b293501"})
    void aFieldOutOfRangeIsRefused(int offset, String hex) {
        var symbol = STAMPS_COM.plus(SIGNATURE);
        var field = Bytes.ofHex(hex);
        var changed =
                symbol.slice(0, offset)
                        .plus(field)
                        .plus(symbol.slice(offset + field.length(), symbol.length()));

        assertInstanceOf(Malformed.class, IbiForm.decode(changed));
    }

    @Test
    void aTokenHasTenDigits() {
        assertEquals("51600 42397", new DigitalToken("5160042397").toString());
        for (String wrong :
                new String[] {"", "516004239", "51600423977", "516004239x", "٥160042397"}) {
            assertThrows(IllegalArgumentException.class, () -> new DigitalToken(wrong));
        }
    }
}
