package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaPrintableArea;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.PrinterResolution;

class PrintServicesTest {

    private static final MediaSizeName ENVELOPE = MediaSizeName.NA_NUMBER_10_ENVELOPE;

    private final FakeDriver service = new FakeDriver();

    @Test
    void aServiceThatSaysNothingIsUnknown() {
        assertEquals(Capabilities.UNKNOWN, PrintServices.capabilities(service));
    }

    @Test
    void readsWhatStaysBlankOnAnEnvelope() {
        lists(MediaSizeName.NA_LETTER, ENVELOPE);
        reaches(0.25f, 0.5f, 3.625f, 8.5f);

        var capabilities = PrintServices.capabilities(service);

        assertTrue(capabilities.refuses(Pages.envelope(), "it").orElseThrow().contains("0.50 in"));
        assertTrue(capabilities.refuses(Pages.label(), "it").orElseThrow().contains("4 × 6"));
    }

    @Test
    void edgesThatJavaHidesOnCupsCountAllTheSame() {
        lists(ENVELOPE);
        reaches(0.25f, 0.5f, 3.875f, 9);

        var blank = PrintServices.capabilities(service).sheets().getFirst();

        assertEquals(0.25, blank.beside(), 0.001);
        assertEquals(0.5, blank.ends(), 0.001);
    }

    @Test
    void anEnvelopeWithoutEdgesIsTaken() {
        lists(ENVELOPE);
        reaches(0, 0, 4.125f, 9.5f);

        assertEquals(
                Optional.empty(),
                PrintServices.capabilities(service).refuses(Pages.envelope(), "it"));
    }

    @Test
    void aSizeWithoutMeasuresIsAnySize() {
        lists(MediaSizeName.NA_LETTER, new MediaSizeName(4_000) {});

        var capabilities = PrintServices.capabilities(service);

        assertTrue(capabilities.anySize());
        assertTrue(capabilities.isCustom(Pages.label()));
    }

    @ParameterizedTest
    @CsvSource({
        "203, DPI_203",
        "300, DPI_300",
        "600, DPI_600",
        "150, DPI_600",
        "1200, DPI_600",
    })
    void printsInTheDotsThatThePrinterUsuallyPrintsIn(int dpi, Resolution resolution) {
        var usual = new PrinterResolution(dpi, dpi, PrinterResolution.DPI);
        service.usual.put(PrinterResolution.class, usual);
        assertEquals(resolution, PrintServices.capabilities(service).resolution());

        service.usual.clear();
        service.supported.put(
                PrinterResolution.class,
                new PrinterResolution[] {
                    usual, new PrinterResolution(300, 300, PrinterResolution.DPI)
                });
        assertEquals(resolution, PrintServices.capabilities(service).resolution());
    }

    private void lists(MediaSizeName... sizes) {
        service.supported.put(Media.class, sizes);
    }

    private void reaches(float x, float y, float width, float height) {
        service.areas.put(
                ENVELOPE, new MediaPrintableArea(x, y, width, height, MediaPrintableArea.INCH));
    }
}
