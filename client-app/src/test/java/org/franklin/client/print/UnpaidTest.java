package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.Imprint.Evidence.Sample;
import org.franklin.client.print.Imprint.Evidence.Unpaid;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.money.Postage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/// What the screen shows before it is paid for: the price in its place, and never an indicium.
class UnpaidTest {

    @ParameterizedTest
    @EnumSource
    void showsThePriceAndSaysThatItIsVoid(Stock stock) {
        var words = words(page(stock, Resolution.DPI_203));

        assertTrue(
                words.containsAll(
                        List.of("$0.74", "VOID", "SAMPLE", "SPECIMEN", "NOT VALID POSTAGE")),
                words.toString());
        assertFalse(words.contains("$0.00"));
        assertTrue(words.stream().noneMatch(line -> line.startsWith("Piece")));
    }

    @ParameterizedTest
    @EnumSource
    void isASampleButForTheAmount(Stock stock) {
        var unpaid = page(stock, Resolution.DPI_300);
        var sample = Specimens.page(stock, Specimens.sample(), Resolution.DPI_300);

        assertEquals(bars(sample), bars(unpaid));
        assertEquals(
                words(sample),
                words(unpaid).stream().map(line -> line.equals("$0.74") ? "$0.00" : line).toList());
    }

    @ParameterizedTest
    @EnumSource
    void noVerifierTakesIt(Resolution resolution) {
        for (Stock stock : Stock.values()) {
            var picture = new PictureRenderer().draw(page(stock, resolution));

            assertInstanceOf(Malformed.class, new SymbolReader().read(picture), stock.title());
        }
        assertInstanceOf(Malformed.class, IndiciumForm.decode(unpaid().symbol()));
    }

    /// Also not from a photograph of the screen, where the symbol is drawn larger than any.
    @ParameterizedTest
    @EnumSource
    void noVerifierTakesItFromAScreen(Stock stock) {
        var picture = ScreenPicture.draw(page(stock, Resolution.DPI_203), stock.width() * 96);

        assertInstanceOf(Malformed.class, new SymbolReader().read(picture));
    }

    @ParameterizedTest
    @EnumSource
    void itsSymbolIsGreyOnAScreenAndBlackOnPaper(Stock stock) {
        var page = page(stock, Resolution.DPI_203);
        var module = bars(page).stream().filter(bar -> bar.ink() == Ink.VOID).findFirst();
        var paper = new PictureRenderer().draw(page);
        var screen = PictureRenderer.onScreen().draw(page);
        int x = module.orElseThrow().left();
        int y = module.orElseThrow().top();

        assertEquals(0, paper.getRGB(x, y) & 0xFF);
        int grey = screen.getRGB(x, y) & 0xFF;
        assertTrue(grey > 80 && grey < 200, "grey " + grey);
    }

    @ParameterizedTest
    @EnumSource
    void showsTenthsOfACentAndThousandsWhole(Stock stock) {
        for (String price : List.of("0.593", "11.34", "9999.99")) {
            var words = words(Specimens.page(stock, priced(price), Resolution.DPI_203));
            assertTrue(words.contains("$" + price), price);
        }
    }

    private static Imprint unpaid() {
        return priced("0.74");
    }

    private static Imprint priced(String price) {
        var sample = assertInstanceOf(Sample.class, Specimens.sample().evidence());
        var evidence = new Unpaid(sample.piece(), sample.meter(), Postage.parse(price));
        return new Imprint(evidence, Specimens.OFFICE, Specimens.WHITFIELD, "", "");
    }

    private static Page page(Stock stock, Resolution resolution) {
        return Specimens.page(stock, unpaid(), resolution);
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
