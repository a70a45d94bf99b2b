package org.franklin.client.compose.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.compose.preview.Previewing.Wish;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.ui.Scripted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

class PreviewingTest {

    private final Scripted background = new Scripted();
    private final Previewing previewing = new Previewing(background);
    private final List<String> drawn = new ArrayList<>();

    @Test
    void drawsOnlyTheLastWishWhileOnePictureIsDrawn() {
        for (String text : List.of("D", "Da", "Dan", "Dana")) {
            previewing.draw(wish(text));
        }
        assertEquals(1, background.open(), "one picture at a time");
        background.goAll();

        assertEquals(List.of("D", "Dana"), drawn);
        assertEquals(new Picture.DoesNotFit("Dana"), previewing.pictureProperty().get());
    }

    @Test
    void aWishThatComesBeforeTheOutcomeIsShownIsDrawnToo() {
        previewing.draw(wish("D"));
        background.go(0);
        previewing.draw(wish("Da"));
        background.goAll();
        previewing.draw(wish("Dan"));
        background.goAll();

        assertEquals(List.of("D", "Da", "Dan"), drawn);
        assertEquals(0, background.open());
    }

    @Test
    void aPictureThatAsksForAnotherOneGetsIt() {
        previewing
                .pictureProperty()
                .subscribe(picture -> {
                    if (picture.equals(new Picture.DoesNotFit("first"))) {
                        previewing.draw(wish("second"));
                    }
                });
        previewing.draw(wish("first"));
        background.goAll();

        assertEquals(List.of("first", "second"), drawn);
        assertEquals(new Picture.DoesNotFit("second"), previewing.pictureProperty().get());
    }

    @ParameterizedTest
    @CsvSource({
        "ENVELOPE_10, 356, 500, 39",
        "ENVELOPE_10, 912, 396, 100",
        "ENVELOPE_10, 911, 396, 99",
        "ENVELOPE_10, 5000, 5000, 100",
        "ENVELOPE_10, 5000, 198, 50",
        "LABEL_4X6, 356, 288, 50",
        "LABEL_4X6, 0, 0, 1",
        "LABEL_4X6, -28, -52, 1"
    })
    void isAsLargeAsItsPlaceInWholePercentAndNeverLargerThanLife(
            Stock stock, double width, double height, int percent) {
        assertEquals(percent, Previewing.percent(stock, width, height));
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinItsPlaceAtEverySize(Stock stock) {
        for (int wide = 20; wide < 1_200; wide += 7) {
            for (int high = 20; high < 800; high += 13) {
                int percent = Previewing.percent(stock, wide, high);
                double width = Previewing.width(stock, percent);
                assertTrue(percent >= 1 && percent <= 100);
                assertTrue(percent == 1 || width <= wide, wide + " × " + high);
                assertTrue(
                        percent == 1 || width * stock.height() / stock.width() <= high,
                        wide + " × " + high);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsTrueToScaleWithTwoDotsToAPixel(Stock stock) {
        var page = new Page(stock.width(), stock.height(), Resolution.DPI_203, List.of());
        previewing.draw(new Wish(() -> new LaidOut.Fits(page), stock, 50));
        background.goAll();
        var picture = assertInstanceOf(Picture.Drawn.class, previewing.pictureProperty().get());

        assertEquals(Math.round(stock.width() * 96), picture.image().getWidth());
        assertEquals(Math.round(stock.height() * 96), picture.image().getHeight());
        assertEquals(stock, picture.stock());
        assertEquals(50, picture.percent());
    }

    /// Says its text as a reason, so that no picture is drawn.
    private Wish wish(String text) {
        return new Wish(
                () -> {
                    drawn.add(text);
                    return new LaidOut.DoesNotFit(text);
                },
                Stock.ENVELOPE_10,
                39);
    }
}
