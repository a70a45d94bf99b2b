package org.franklin.client.print.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Mark.Anchor;
import org.franklin.client.print.page.Mark.Words;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private static final double EXACT = 1e-9;

    /// Liberation Sans has the widths of Arial: a figure takes 1,139 of 2,048 units.
    @Test
    void measuresFiguresAsTheFontSays() {
        double figure = 1139.0 / 2048;

        assertEquals(5 * figure * 12 / 72, Lettering.regular(12).width("12207"), EXACT);
    }

    @Test
    void countsSpacingBetweenLettersOnly() {
        var plain = Lettering.bold(15);

        assertEquals(7 * 0.6 / 72, spacing(plain, "SPECIMEN"), EXACT);
        assertEquals(0, spacing(plain, "S"), EXACT);
    }

    @Test
    void bringsLettersTogetherButNotFigures() {
        assertTrue(Typeface.BOLD.kern('V', 'A') < 0);
        assertEquals(0, Typeface.BOLD.kern('1', '1'));
        assertEquals(
                Typeface.BOLD.ems("V") + Typeface.BOLD.ems("A") + Typeface.BOLD.kern('V', 'A'),
                Typeface.BOLD.ems("VA"),
                EXACT);
    }

    @Test
    void printsWhatStandsInAmericanAddresses() {
        assertTrue(Typeface.REGULAR.prints("CAFÉ ÑANDÚ & SÖHNE, # 4½ “O'BRIEN” ŁÓDŹ"));
    }

    @Test
    void doesNotPrintWhatItHasNoGlyphFor() {
        assertFalse(Typeface.REGULAR.prints("東京"));
        assertFalse(Typeface.REGULAR.prints("A\tB"));
        assertFalse(Typeface.REGULAR.prints("\uD83D\uDCEE"));
    }

    @Test
    void doesNotPrintWhatEachToolkitWouldOrderInItsOwnWay() {
        assertFalse(Typeface.REGULAR.prints("\u05D0\u05D1"));
        assertFalse(Typeface.REGULAR.prints("E\u0301"));
    }

    @Test
    void wordsEndAtTheirAnchorOnTheRight() {
        var words = new Words("$0.74", Lettering.bold(18), Anchor.RIGHT, 9.22, 0.44);

        assertEquals(9.22, words.right(), EXACT);
        assertEquals(9.22 - Lettering.bold(18).width("$0.74"), words.left(), EXACT);
    }

    @Test
    void wordsRefuseWhatTheTypefaceLacks() {
        var lettering = Lettering.regular(8);

        assertThrows(
                IllegalArgumentException.class,
                () -> new Words("東京", lettering, Anchor.LEFT, 1, 1));
    }

    @Test
    void refusesTypeWithoutSize() {
        assertThrows(IllegalArgumentException.class, () -> Lettering.regular(0));
        assertThrows(IllegalArgumentException.class, () -> Lettering.bold(8).spaced(-1));
    }

    private static double spacing(Lettering plain, String words) {
        return plain.spaced(0.6).width(words) - plain.width(words);
    }
}
