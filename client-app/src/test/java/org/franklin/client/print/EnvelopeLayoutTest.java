package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Mark.Anchor;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// The geometry of a #10 envelope; R counts inches from its right edge.
class EnvelopeLayoutTest {

    private static final double WIDTH = 9.5;
    private static final double TENTH_OF_A_MILLIMETRE = 0.1 / 25.4;
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    text                      | from  | edge  | baseline | points
                    $0.74                     | RIGHT | 0.280 | 0.440    | 18
                    First-Class Mail          | RIGHT | 0.280 | 0.613    | 9
                    SPECIMEN                  | LEFT  | 6.969 | 0.947    | 15
                    NOT VALID POSTAGE         | LEFT  | 6.969 | 1.080    | 8
                    Nov 23 2026               | LEFT  | 6.969 | 1.220    | 8
                    Mailed from 12207         | LEFT  | 6.969 | 1.347    | 8
                    Meter ZZ 01 0001042       | LEFT  | 6.969 | 1.473    | 8
                    Piece 80                  | LEFT  | 6.969 | 1.600    | 8
                    FRANKLIN DEMO OFFICE      | LEFT  | 0.500 | 0.480    | 9
                    12 SPRUCE ST              | LEFT  | 0.500 | 0.640    | 9
                    ALBANY NY 12207-1180      | LEFT  | 0.500 | 0.800    | 9
                    DANA WHITFIELD            | LEFT  | 4.253 | 2.400    | 12
                    WHITFIELD & MARSH         | LEFT  | 4.253 | 2.620    | 12
                    2140 SW HARBOR ST STE 400 | LEFT  | 4.253 | 2.840    | 12
                    PORTLAND OR 97201-4418    | LEFT  | 4.253 | 3.060    | 12
                    """)
    void wordsStandWhereTheDrawingHasThem(
            String text, Anchor from, double edge, double baseline, double points) {
        for (Resolution resolution : Resolution.values()) {
            var words = find(letter(resolution), text);

            assertEquals(from, words.anchor());
            double x = from == Anchor.RIGHT ? WIDTH - edge : edge;
            assertEquals(x, words.x(), TENTH_OF_A_MILLIMETRE);
            assertEquals(baseline, words.baseline(), TENTH_OF_A_MILLIMETRE);
            assertEquals(points, words.lettering().points());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSymbolKeepsItsUpperRightCorner(Resolution resolution) {
        var symbol = symbol(letter(resolution));
        double dpi = resolution.dpi();
        int right = symbol.stream().mapToInt(bar -> bar.left() + bar.width()).max().orElseThrow();
        int left = symbol.stream().mapToInt(Bar::left).min().orElseThrow();
        int top = symbol.stream().mapToInt(Bar::top).min().orElseThrow();
        int bottom = symbol.stream().mapToInt(bar -> bar.top() + bar.height()).max().orElseThrow();

        assertEquals(WIDTH - 0.280, right / dpi, TENTH_OF_A_MILLIMETRE);
        assertEquals(0.800, top / dpi, TENTH_OF_A_MILLIMETRE);
        assertEquals(40 * resolution.module(), right - left);
        assertEquals(40 * resolution.module(), bottom - top);
        assertTrue(
                symbol.stream().allMatch(bar -> bar.width() % resolution.module() == 0),
                "each run is of whole modules");
    }

    @ParameterizedTest
    @EnumSource
    void theFacingMarkIsFimD(Resolution resolution) {
        var bars = facingMark(letter(resolution));
        double dpi = resolution.dpi();

        assertEquals(
                "111010111",
                IntStream.range(0, 9)
                        .mapToObj(i -> hasBarAt(bars, WIDTH - 2.53125 + i * 0.0625, dpi))
                        .map(hit -> hit ? "1" : "0")
                        .reduce("", String::concat));
        assertEquals(7, bars.size());
        for (Bar bar : bars) {
            assertEquals(resolution.facingBar(), bar.width());
            assertEquals(0.0625, bar.top() / dpi, TENTH_OF_A_MILLIMETRE);
            assertEquals(0.6875, (bar.top() + bar.height()) / dpi, 2 * TENTH_OF_A_MILLIMETRE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFacingMarkKeepsThePostsTolerances(Resolution resolution) {
        var bars = facingMark(letter(resolution));
        double dpi = resolution.dpi();
        double right = WIDTH - (bars.getLast().left() + bars.getLast().width()) / dpi;
        double bottom = (bars.getLast().top() + bars.getLast().height()) / dpi;

        assertEquals(2.0, right, 0.125);
        assertTrue(bars.getFirst().top() / dpi <= 0.125, "the bars start near the upper edge");
        assertEquals(0.625, bottom, 0.125);
    }

    @ParameterizedTest
    @EnumSource
    void clearZonesAreEmptyUnderTheLongestAddresses(Resolution resolution) {
        var widest = new AddressBlock(Collections.nCopies(5, "W".repeat(40)));
        var imprint =
                new Imprint(Specimens.letter().evidence(), widest, widest, "Order 1", "SALES");
        var page = Specimens.page(Stock.ENVELOPE_10, imprint, resolution);
        var raster = new Raster(new PictureRenderer().draw(page), resolution.dpi());

        assertTrue(raster.isEmpty(WIDTH - 3.031, 0, WIDTH - 2.535, 2.100), "left of the indicium");
        assertTrue(raster.isEmpty(WIDTH - 3.031, 1.605, WIDTH, 2.100), "below the indicium");
        assertTrue(raster.isEmpty(WIDTH - 1.995, 0, WIDTH - 1.750, 0.625), "right of the FIM");
        assertTrue(raster.isEmpty(WIDTH - 0.250, 0, WIDTH, 4.125), "the right edge");
        assertTrue(raster.isEmpty(WIDTH - 1.750, 0, WIDTH, 0.250), "the upper edge");
        assertTrue(raster.isEmpty(WIDTH - 4.750, 3.500, WIDTH, 4.125), "the barcode zone");
        assertFalse(raster.isEmpty(4.253, 2.200, 9.000, 3.400), "the address is printed");
    }

    @Test
    void theSymbolHasAQuietZone() {
        for (Resolution resolution : Resolution.values()) {
            var raster =
                    new Raster(new PictureRenderer().draw(letter(resolution)), resolution.dpi());
            double quiet = 0.100;

            assertTrue(raster.isEmpty(WIDTH - 1.08 - quiet, 0.7, WIDTH - 1.085, 1.7));
            assertTrue(raster.isEmpty(WIDTH - 0.275, 0.7, WIDTH - 0.280 + quiet, 1.7));
            assertTrue(raster.isEmpty(WIDTH - 1.08, 0.795 - quiet, WIDTH - 0.28, 0.795));
            assertTrue(raster.isEmpty(WIDTH - 1.08, 1.605, WIDTH - 0.28, 1.6 + quiet));
        }
    }

    @Test
    void printsTheMailersOwnNotesOnLabelsOnly() {
        var noted = Specimens.letter().noted("x".repeat(120), "y".repeat(120));

        assertEquals(
                letter(Resolution.DPI_300),
                Specimens.page(Stock.ENVELOPE_10, noted, Resolution.DPI_300));
    }

    @Test
    void theLargestAmountStaysOutOfTheFacingMarksClearZone() {
        var page =
                Specimens.page(
                        Stock.ENVELOPE_10, Specimens.costing("16777.215"), Resolution.DPI_300);
        var amount = find(page, "$16777.215");

        assertTrue(amount.left() >= WIDTH - 1.750);
        assertEquals(WIDTH - 0.280, amount.right(), EXACT);
    }

    private static Page letter(Resolution resolution) {
        return Specimens.page(Stock.ENVELOPE_10, Specimens.letter(), resolution);
    }

    private static boolean hasBarAt(List<Bar> bars, double left, double dpi) {
        return bars.stream().anyMatch(bar -> bar.left() == Math.round(left * dpi));
    }

    private static List<Bar> facingMark(Page page) {
        int height = page.resolution().dots(0.625);
        return bars(page).stream().filter(bar -> bar.height() == height).toList();
    }

    private static List<Bar> symbol(Page page) {
        int module = page.resolution().module();
        return bars(page).stream().filter(bar -> bar.height() == module).toList();
    }

    private static List<Bar> bars(Page page) {
        return page.marks().stream().filter(Bar.class::isInstance).map(Bar.class::cast).toList();
    }

    private static Words find(Page page, String text) {
        return page.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .filter(words -> words.text().equals(text))
                .findFirst()
                .orElseThrow();
    }
}
