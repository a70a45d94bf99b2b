package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

class CapabilitiesTest {

    @ParameterizedTest
    @EnumSource
    void aPrinterThatSaysNothingIsNotRefused(Stock stock) {
        assertEquals(
                Optional.empty(),
                Capabilities.UNKNOWN.refuses(
                        Pages.on(stock, Capabilities.UNKNOWN.resolution()), "Office laser"));
    }

    @ParameterizedTest
    @CsvSource({
        "4.125, 9.5, 0, 0, true",
        "9.5, 4.125, 0, 0, true",
        "4.125, 9.5, 0.125, 0.25, true",
        "9.5, 4.125, 0.25, 0.125, true",
        "4.125, 9.5, 0.14, 0, false",
        "4.125, 9.5, 0.17, 0.17, false",
        "4.125, 9.5, 0, 0.29, false",
    })
    void anEnvelopeNeedsItsUpperEdgeWhicheverWayItIsFed(
            double width, double height, double beside, double ends, boolean takes) {
        for (Resolution resolution : Resolution.values()) {
            var page = Pages.on(Stock.ENVELOPE_10, resolution);
            var capabilities = listing(false, new Sheet(width, height, beside, ends));

            assertEquals(takes, capabilities.refuses(page, "Office laser").isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.17, 0.17, true", "0.25, 0.24, true", "0.26, 0, false", "0, 0.26, false"})
    void aLabelNeedsItsOwnMarginsOnly(double beside, double ends, boolean takes) {
        var capabilities = listing(false, new Sheet(4, 6, beside, ends));

        assertEquals(takes, capabilities.refuses(Pages.label(), "Zebra").isEmpty());
    }

    @Test
    void oneSheetThatReachesIsEnough() {
        var capabilities =
                listing(false, new Sheet(4.125, 9.5, 0.17, 0.17), new Sheet(4.125, 9.5, 0, 0));

        assertEquals(Optional.empty(), capabilities.refuses(Pages.envelope(), "Office laser"));
    }

    @Test
    void saysInWordsWhyItRefuses() {
        assertEquals(
                "Office laser cannot print the mark on this stock: it leaves 0.17 in blank at the"
                        + " edges. Choose another printer or another stock.",
                listing(true, new Sheet(4.125, 9.5, 0.17, 0.17))
                        .refuses(Pages.envelope(), "Office laser")
                        .orElseThrow());
        assertEquals(
                "Office laser has no paper size of 9.5 × 4.125 in. Choose another printer.",
                listing(false, new Sheet(8.5, 11, 0, 0))
                        .refuses(Pages.envelope(), "Office laser")
                        .orElseThrow());
    }

    @Test
    void aPrinterOfAnySizeTakesWhatItDoesNotList() {
        var capabilities = listing(true, new Sheet(8.5, 11, 0.17, 0.17));

        assertEquals(Optional.empty(), capabilities.refuses(Pages.label(), "Office laser"));
        assertTrue(capabilities.isCustom(Pages.label()));
        assertFalse(listing(true, new Sheet(4, 6, 0, 0)).isCustom(Pages.label()));
        assertFalse(Capabilities.UNKNOWN.isCustom(Pages.label()));
    }

    @Test
    void aSheetHasASizeAndNoNegativeEdges() {
        assertThrows(IllegalArgumentException.class, () -> new Sheet(0, 6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sheet(4, -6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sheet(4, 6, -0.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sheet(4, 6, 0, Double.NaN));
    }

    private static Capabilities listing(boolean anySize, Sheet... sheets) {
        return new Capabilities(Resolution.DPI_300, anySize, List.of(sheets));
    }
}
