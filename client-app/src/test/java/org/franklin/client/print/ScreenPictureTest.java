package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.util.List;

class ScreenPictureTest {

    @Test
    void averagesTheDotsOfEachPixel() {
        var half = new Bar(0, 0, 101, 203, Ink.BLACK);
        var picture = ScreenPicture.draw(page(half), 1);

        assertEquals(2, picture.getWidth());
        assertEquals(2, picture.getHeight());
        assertEquals(0, grey(picture, 0, 0));
        assertEquals(255, grey(picture, 1, 1));
    }

    @Test
    void aPixelThatIsHalfBlackIsGrey() {
        var upper = new Bar(0, 0, 203, 102, Ink.BLACK);

        assertEquals(127, grey(ScreenPicture.draw(page(upper), 0.5), 0, 0), 2);
    }

    @Test
    void theSymbolOfASampleIsGreyOnAScreenAndBlackOnPaper() {
        var page = page(new Bar(0, 0, 203, 203, Ink.VOID));

        assertEquals(128, grey(ScreenPicture.draw(page, 10), 5, 5));
        assertEquals(0, grey(new PictureRenderer().draw(page), 5, 5));
    }

    @Test
    void keepsTheShapeOfThePaperAndShowsAtLeastAPixel() {
        var charged = assertInstanceOf(Purchase.Charged.class, Paid.aMonth().getFirst());
        var laidOut = PaidPieceLayout.lay(charged.pieces().getFirst(), Resolution.DPI_203);
        var envelope = assertInstanceOf(LaidOut.Fits.class, laidOut).page();
        var picture = ScreenPicture.draw(envelope, 356);

        assertEquals(712, picture.getWidth());
        assertEquals(Math.round(712 * 4.125 / 9.5), picture.getHeight());
        assertTrue(darkest(picture) < 64, "there is something on it");
        assertEquals(1, ScreenPicture.draw(envelope, 0.1).getHeight());
    }

    private static Page page(Bar bar) {
        return new Page(1, 1, Resolution.DPI_203, List.of(bar));
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static int darkest(BufferedImage picture) {
        int darkest = 255;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                darkest = Math.min(darkest, grey(picture, x, y));
            }
        }
        return darkest;
    }
}
