package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.indicium.IndiciumForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ImprintTest {

    @ParameterizedTest
    @EnumSource
    void theSamePieceMakesTheSamePictureAgain(Stock stock) {
        var first = Specimens.page(stock, Specimens.label(), Resolution.DPI_300);

        assertEquals(first, Specimens.page(stock, Specimens.label(), Resolution.DPI_300));
    }

    @ParameterizedTest
    @EnumSource
    void everyPrintSaysThatItIsASpecimen(Stock stock) {
        for (var imprint : List.of(Specimens.letter(), Specimens.sample())) {
            var words = words(Specimens.page(stock, imprint, Resolution.DPI_300));

            assertTrue(words.contains("SPECIMEN"));
            assertTrue(words.contains("NOT VALID POSTAGE"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSampleShowsThatItPaysNothing(Stock stock) {
        var words = words(Specimens.page(stock, Specimens.sample(), Resolution.DPI_300));

        assertTrue(words.containsAll(List.of("$0.00", "VOID", "SAMPLE")));
        assertTrue(words.stream().noneMatch(line -> line.startsWith("Piece")));
    }

    @ParameterizedTest
    @EnumSource
    void aSamplesSymbolCannotBeRead(Resolution resolution) {
        for (Stock stock : Stock.values()) {
            var page = Specimens.page(stock, Specimens.sample(), resolution);

            assertInstanceOf(
                    Malformed.class, new SymbolReader().read(new PictureRenderer().draw(page)));
        }
    }

    /// Even a reader that sees through the band finds no indicium.
    @Test
    void aSamplesSymbolHoldsNoIndicium() {
        assertEquals(109, Specimens.sample().symbol().length());
        assertInstanceOf(Malformed.class, IndiciumForm.decode(Specimens.sample().symbol()));
    }

    @Test
    void aSamplesSymbolIsToldApartForTheScreen() {
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.sample(), Resolution.DPI_300);
        var symbol = bars(page).stream().filter(bar -> bar.ink() == Ink.VOID).toList();
        var band = bars(page).stream().filter(bar -> bar.ink() == Ink.WHITE).toList();

        assertTrue(symbol.size() > 300, "the modules");
        assertEquals(1, band.size());
        assertTrue(page.marks().indexOf(band.getFirst()) > page.marks().indexOf(symbol.getLast()));
        assertEquals(240, band.getFirst().width());
    }

    @Test
    void aPaidPieceHasNoVoidInk() {
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.label(), Resolution.DPI_300);

        assertTrue(bars(page).stream().allMatch(bar -> bar.ink() == Ink.BLACK));
    }

    private static List<String> words(Page page) {
        return page.marks().stream()
                .filter(Words.class::isInstance)
                .map(mark -> ((Words) mark).text())
                .toList();
    }

    private static List<Bar> bars(Page page) {
        return page.marks().stream().filter(Bar.class::isInstance).map(Bar.class::cast).toList();
    }
}
