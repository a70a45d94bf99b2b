package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.LaidOut.DoesNotFit;
import org.franklin.client.print.LaidOut.Fits;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class AddressFieldTest {

    private static final double DESCENT = 0.22 / 72;

    @Test
    void shrinksAWideAddressUntilItFits() {
        var page = fits(Stock.ENVELOPE_10, addressed("W".repeat(36), "PORTLAND OR 97201"));

        var wide = words(page, "WWWW");
        assertTrue(wide.lettering().points() < 12, "smaller than full size");
        assertTrue(wide.right() <= 9.0);
        assertEquals(
                wide.lettering(),
                words(page, "PORTLAND").lettering(),
                "one size for the whole block");
    }

    @Test
    void shrinksATallAddressAwayFromTheBarcode() {
        var page = fits(Stock.LABEL_4X6, addressed("ONE", "TWO", "THREE", "FOUR", "HILO HI 96721"));

        var last = words(page, "HILO");
        assertEquals(13, last.lettering().points());
        assertTrue(last.baseline() + DESCENT * 13 < 5.050);
    }

    @Test
    void refusesAnAddresseeThatWouldGetTooSmallToRead() {
        var line = "W".repeat(40);

        assertEquals(
                new DoesNotFit(
                        "“" + line + "” is too long for the address on a label: shorten it."),
                lay(Stock.LABEL_4X6, addressed(line, "PORTLAND OR 97201")));
        assertInstanceOf(Fits.class, lay(Stock.ENVELOPE_10, addressed(line, "PORTLAND OR 97201")));
    }

    @Test
    void refusesMoreLinesThanThereIsRoomFor() {
        var six = addressed("A", "B", "C", "D", "E", "F");

        assertInstanceOf(Fits.class, lay(Stock.LABEL_4X6, six));
        assertInstanceOf(Fits.class, lay(Stock.ENVELOPE_10, six));
        assertEquals(
                new DoesNotFit(
                        "There are too many lines for the address on an envelope: join two."),
                lay(Stock.ENVELOPE_10, addressed("A ".repeat(9).split(" "))));
    }

    @Test
    void quotesNoMoreThanASentenceBears() {
        var refusal =
                assertInstanceOf(
                        DoesNotFit.class, lay(Stock.ENVELOPE_10, addressed("W".repeat(100_000))));

        assertTrue(refusal.reason().length() < 100, refusal.reason());
    }

    @Test
    void refusesLettersThatCannotBePrinted() {
        var refusal =
                assertInstanceOf(
                        DoesNotFit.class,
                        lay(Stock.ENVELOPE_10, addressed("東京", "PORTLAND OR 97201")));

        assertTrue(refusal.reason().contains("東京"), refusal.reason());
    }

    @Test
    void breaksALongReturnAddressOfALabelBetweenWords() {
        var sender = new AddressBlock(List.of("The Albany Marmalade & Preserve Company", "Albany"));
        var page = fits(Stock.LABEL_4X6, new Imprint(evidence(), sender, Specimens.OFFICE, "", ""));

        var first = words(page, "THE ALBANY");
        var second = words(page, "PRESERVE");
        assertEquals("THE ALBANY MARMALADE &", first.text());
        assertEquals("PRESERVE COMPANY", second.text());
        assertEquals(8, first.lettering().points());
        assertEquals(0.160 * 8 / 9, second.baseline() - first.baseline(), 1e-9);
    }

    @Test
    void refusesAReturnAddressWithOneWordTooLong() {
        var sender = new AddressBlock(List.of("W".repeat(30)));

        assertInstanceOf(
                DoesNotFit.class,
                lay(Stock.LABEL_4X6, new Imprint(evidence(), sender, Specimens.OFFICE, "", "")));
    }

    @Test
    void writesAnAddressAsItIsTyped() {
        var typed = new AddressBlock(List.of("  Dana Whitfield ", "", "Cafe\u0301 4"));

        assertEquals(List.of("DANA WHITFIELD", "CAFÉ 4"), typed.lines());
    }

    @Test
    void laysOutAPieceThatHasNoAddressYet() {
        var blank = new AddressBlock(List.of());

        for (Stock stock : Stock.values()) {
            fits(stock, new Imprint(evidence(), blank, blank, "", ""));
        }
    }

    /// Whatever the address, all that is printed is readable and within its field, or it is
    /// refused.
    @Test
    void neverPrintsOutsideOfItsField() {
        int fitting = 0;
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var block = randomBlock(random);
            var stock = random.nextBoolean() ? Stock.ENVELOPE_10 : Stock.LABEL_4X6;
            var imprint = new Imprint(evidence(), block, block, "", "");
            if (stock.lay(imprint, Resolution.DPI_300) instanceof Fits(var page)) {
                fitting++;
                checkBounds(stock, page, "seed " + seed + " on " + stock);
            }
        }
        assertTrue(fitting > 100, "too few fit to prove anything: " + fitting);
    }

    private static void checkBounds(Stock stock, Page page, String where) {
        double lowest = stock == Stock.LABEL_4X6 ? 5.050 : 3.500;
        double senderRight = stock == Stock.LABEL_4X6 ? 2.050 : 6.469;
        for (var mark : page.marks()) {
            if (mark instanceof Words words) {
                double bottom = words.baseline() + DESCENT * words.lettering().points();
                assertTrue(words.lettering().points() >= 8, where);
                assertTrue(words.left() >= 0.25 && words.right() <= stock.width() - 0.25, where);
                assertTrue(bottom <= lowest, where);
                boolean isSender = words.x() < 0.6 && words.baseline() < 2.9;
                assertTrue(!isSender || words.right() <= senderRight, where);
            }
        }
    }

    private static AddressBlock randomBlock(SplittableRandom random) {
        int lines = random.nextInt(1, 7);
        return new AddressBlock(
                IntStream.range(0, lines).mapToObj(_ -> randomLine(random)).toList());
    }

    private static String randomLine(SplittableRandom random) {
        var letters = "ABCDEFGHILMNOPRSTUVWY  0123456789ÄÉß&-";
        int length = random.nextInt(1, 42);
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .reduce("X", String::concat);
    }

    private static Imprint addressed(String... lines) {
        return Imprint.paid(
                Specimens.random(1), Specimens.OFFICE, new AddressBlock(List.of(lines)));
    }

    private static Imprint.Evidence evidence() {
        return Specimens.letter().evidence();
    }

    private static LaidOut lay(Stock stock, Imprint imprint) {
        return stock.lay(imprint, Resolution.DPI_300);
    }

    private static Page fits(Stock stock, Imprint imprint) {
        return Specimens.page(stock, imprint, Resolution.DPI_300);
    }

    private static Words words(Page page, String start) {
        return page.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .filter(words -> words.text().startsWith(start))
                .findFirst()
                .orElseThrow();
    }
}
