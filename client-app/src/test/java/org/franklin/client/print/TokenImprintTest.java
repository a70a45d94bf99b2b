package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.indicium.IndiciumForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What is printed of a piece of the suite of 1998: both tokens to read, and 89 bytes to scan.
class TokenImprintTest {

    private static Page page(Stock stock, Resolution resolution) {
        return Specimens.page(stock, Specimens.imprint(Specimens.tokened()), resolution);
    }

    @ParameterizedTest
    @EnumSource
    void bothTokensStandBesideTheSymbolAndSayWhoseTheyAre(Stock stock) {
        var words =
                page(stock, Resolution.DPI_300).marks().stream()
                        .filter(Words.class::isInstance)
                        .map(mark -> ((Words) mark).text())
                        .toList();

        assertTrue(
                words.containsAll(
                        List.of(
                                "SPECIMEN",
                                "NOT VALID POSTAGE",
                                "$0.74",
                                "Nov 23 2026",
                                "Mailed from 12207",
                                "Meter ZZ 01 0001042",
                                "Vendor 51600 42397",
                                "Postal 00817 26354")),
                words.toString());
    }

    @ParameterizedTest
    @EnumSource
    void theSymbolIsReadAgainToTheByte(Stock stock) {
        for (Resolution resolution : Resolution.values()) {
            var picture = new PictureRenderer().draw(page(stock, resolution));

            var read = new SymbolReader().read(picture).orThrow();

            assertEquals(Specimens.tokened().bytes(), read);
            assertEquals(Specimens.tokened(), IndiciumForm.decode(read).orThrow());
        }
    }

    /// Half an inch to the left of the indicium and below it, up to a label's rule.
    @ParameterizedTest
    @EnumSource
    void theClearZonesOfALabelStayEmpty(Resolution resolution) {
        var page = page(Stock.LABEL_4X6, resolution);
        var raster = new Raster(new PictureRenderer().draw(page), resolution.dpi());

        assertTrue(raster.isEmpty(4 - 1.950, 0, 4 - 1.450, 2.990), "left of the indicium");
        assertTrue(raster.isEmpty(4 - 1.950, 2.520, 4, 2.990), "below the indicium");
    }

    /// Half an inch below the indicium, above the addressee.
    @ParameterizedTest
    @EnumSource
    void theClearZonesOfAnEnvelopeStayEmpty(Resolution resolution) {
        var page = page(Stock.ENVELOPE_10, resolution);
        var raster = new Raster(new PictureRenderer().draw(page), resolution.dpi());

        assertTrue(raster.isEmpty(9.5 - 3.031, 1.747, 9.5, 2.247), "below the indicium");
        assertTrue(raster.isEmpty(9.5 - 2.9, 1.4, 9.5 - 2.545, 1.747), "left of the indicium");
    }
}
