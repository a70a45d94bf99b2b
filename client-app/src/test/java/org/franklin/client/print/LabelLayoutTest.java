package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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

import java.util.List;
import java.util.Optional;

/// The geometry of a 4 × 6 label; R counts inches from its right edge.
class LabelLayoutTest {

    private static final double WIDTH = 4;
    private static final double TENTH_OF_A_MILLIMETRE = 0.1 / 25.4;

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    text                      | from  | edge  | baseline | points
                    SPECIMEN                  | RIGHT | 0.280 | 0.400    | 15
                    NOT VALID POSTAGE         | RIGHT | 0.280 | 0.533    | 8
                    $1.90                     | RIGHT | 0.280 | 1.680    | 18
                    First-Class Mail          | RIGHT | 0.280 | 1.847    | 9
                    Nov 23 2026               | RIGHT | 0.280 | 1.993    | 8
                    Mailed from 12207         | RIGHT | 0.280 | 2.120    | 8
                    Meter ZZ 01 0001042       | RIGHT | 0.280 | 2.247    | 8
                    Piece 76                  | RIGHT | 0.280 | 2.373    | 8
                    FIRST-CLASS MAIL          | LEFT  | 0.253 | 3.327    | 16
                    Large envelope, 2 oz      | RIGHT | 0.253 | 3.327    | 9
                    FRANKLIN DEMO OFFICE      | LEFT  | 0.253 | 0.367    | 9
                    12 SPRUCE ST              | LEFT  | 0.253 | 0.527    | 9
                    ALBANY NY 12207-1180      | LEFT  | 0.253 | 0.687    | 9
                    DANA WHITFIELD            | LEFT  | 0.500 | 4.000    | 14
                    2140 SW HARBOR ST STE 400 | LEFT  | 0.500 | 4.520    | 14
                    PORTLAND OR 97201-4418    | LEFT  | 0.500 | 4.780    | 14
                    Order 2026-1187           | LEFT  | 0.253 | 5.680    | 8
                    Cost code SALES           | RIGHT | 0.253 | 5.680    | 8
                    """)
    void wordsStandWhereTheDrawingHasThem(
            String text, Anchor from, double edge, double baseline, double points) {
        for (Resolution resolution : Resolution.values()) {
            var words = find(label(resolution), text).orElseThrow();

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
        var symbol =
                bars(label(resolution)).stream()
                        .filter(bar -> bar.height() == resolution.module())
                        .filter(bar -> bar.left() > resolution.dots(2))
                        .toList();
        double dpi = resolution.dpi();
        int right = symbol.stream().mapToInt(bar -> bar.left() + bar.width()).max().orElseThrow();
        int top = symbol.stream().mapToInt(Bar::top).min().orElseThrow();

        assertEquals(WIDTH - 0.280, right / dpi, TENTH_OF_A_MILLIMETRE);
        assertEquals(0.620, top / dpi, TENTH_OF_A_MILLIMETRE);
    }

    @ParameterizedTest
    @EnumSource
    void rulesFrameTheBannerAndTheNotes(Resolution resolution) {
        double dpi = resolution.dpi();
        var rules = bars(label(resolution)).stream().filter(bar -> bar.width() > 3 * dpi).toList();

        assertEquals(3, rules.size());
        double[] tops = {3.000, 3.480, 5.500};
        for (int i = 0; i < tops.length; i++) {
            var rule = rules.get(i);
            assertEquals(tops[i], rule.top() / dpi, TENTH_OF_A_MILLIMETRE);
            assertEquals(0.253, rule.left() / dpi, TENTH_OF_A_MILLIMETRE);
            assertEquals(WIDTH - 0.253, (rule.left() + rule.width()) / dpi, TENTH_OF_A_MILLIMETRE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clearZonesAreEmptyUnderLongAddresses(Resolution resolution) {
        var block =
                new AddressBlock(
                        List.of(
                                "Maximilian Q Wintergarten-Humboldt",
                                "The Albany Marmalade & Preserve Company",
                                "12345 North West Martin Luther King Blvd",
                                "Building 400 Suite 1200 Mail Stop 77",
                                "San Juan Capistrano CA 92675-1234"));
        var imprint = new Imprint(Specimens.label().evidence(), block, block, "", "");
        var page = Specimens.page(Stock.LABEL_4X6, imprint, resolution);
        var raster = new Raster(new PictureRenderer().draw(page), resolution.dpi());

        assertTrue(raster.isEmpty(WIDTH - 1.950, 0, WIDTH - 1.450, 2.900), "left of the indicium");
        assertTrue(raster.isEmpty(WIDTH - 1.950, 2.400, WIDTH, 2.900), "below the indicium");
        assertTrue(raster.isEmpty(WIDTH - 0.250, 0, WIDTH, 6), "the right edge");
        assertTrue(raster.isEmpty(0, 0, WIDTH, 0.250), "the upper edge");
        assertTrue(raster.isEmpty(0.373, 5.050, WIDTH - 0.127, 5.300), "the barcode zone");
    }

    @Test
    void leavesTheLowerRuleOutWhereNothingIsNoted() {
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.letter(), Resolution.DPI_300);

        assertTrue(bars(page).stream().noneMatch(bar -> bar.top() > 5 * 300));
    }

    @Test
    void refusesNotesThatDoNotFitOneLine() {
        var noted = Specimens.label().noted("W".repeat(30), "W".repeat(20));

        var refusal =
                assertInstanceOf(
                        LaidOut.DoesNotFit.class, Stock.LABEL_4X6.lay(noted, Resolution.DPI_300));
        assertEquals(
                "The reference and the cost code are too long for one line: shorten them.",
                refusal.reason());
    }

    @Test
    void refusesANoteThatCannotBePrinted() {
        var noted = Specimens.label().noted("注文 1187", "");

        assertInstanceOf(LaidOut.DoesNotFit.class, Stock.LABEL_4X6.lay(noted, Resolution.DPI_300));
    }

    @Test
    void theLargestAmountStaysInTheIndiciumsColumn() {
        var page =
                Specimens.page(Stock.LABEL_4X6, Specimens.costing("16777.215"), Resolution.DPI_300);
        var amount = find(page, "$16777.215").orElseThrow();

        assertTrue(amount.left() >= WIDTH - 1.450);
    }

    private static Page label(Resolution resolution) {
        return Specimens.page(Stock.LABEL_4X6, Specimens.label(), resolution);
    }

    private static List<Bar> bars(Page page) {
        return page.marks().stream().filter(Bar.class::isInstance).map(Bar.class::cast).toList();
    }

    private static Optional<Words> find(Page page, String text) {
        return page.marks().stream()
                .filter(Words.class::isInstance)
                .map(Words.class::cast)
                .filter(words -> words.text().equals(text))
                .findFirst();
    }
}
