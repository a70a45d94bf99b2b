package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Decoded.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

class PdfRendererTest {

    private final PdfRenderer renderer = new PdfRenderer();

    @ParameterizedTest
    @CsvSource({"ENVELOPE_10, 684, 297", "LABEL_4X6, 288, 432"})
    void pagesHaveTheExactSizeOfTheirStock(Stock stock, float width, float height)
            throws IOException {
        for (Resolution resolution : Resolution.values()) {
            try (var document = document(Specimens.page(stock, Specimens.label(), resolution))) {
                var box = document.getPage(0).getMediaBox();

                assertEquals(width, box.getWidth());
                assertEquals(height, box.getHeight());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRasterOfThePageGivesTheIndiciumBack(Resolution resolution) throws IOException {
        for (long seed = 0; seed < 4; seed++) {
            var signed = Specimens.random(seed);
            for (Stock stock : Stock.values()) {
                var page = Specimens.page(stock, Specimens.imprint(signed), resolution);

                assertEquals(
                        new Valid<>(signed.bytes()),
                        new SymbolReader().read(raster(page, resolution.dpi())),
                        "seed " + seed + " on " + stock);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {110, 137, 150, 240, 400})
    void aRasterAtAnotherResolutionGivesItBackToo(int dpi) throws IOException {
        var signed = Specimens.random(9);
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.imprint(signed), Resolution.DPI_300);

        assertEquals(new Valid<>(signed.bytes()), new SymbolReader().read(raster(page, dpi)));
    }

    @ParameterizedTest
    @EnumSource
    void barsFillWholeDotsAndNothingElse(Resolution resolution) throws IOException {
        for (Stock stock : Stock.values()) {
            var page = Specimens.page(stock, Specimens.letter(), resolution);
            var pdf = new Raster(raster(page, resolution.dpi()), resolution.dpi());
            var exact = new Raster(new PictureRenderer().draw(page), resolution.dpi());
            int right = resolution.dots(stock.width() - 0.27);
            int left = right - 41 * resolution.module();
            int bottom = resolution.dots(stock == Stock.LABEL_4X6 ? 1.43 : 1.61);
            int top = bottom - 41 * resolution.module();

            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    // Each bar stays within its dots by a hair, which smoothing shows as a hint.
                    assertEquals(exact.grey(x, y), pdf.grey(x, y), 8, stock + " " + x + "," + y);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {96, 137, 223, 410})
    void modulesThatTouchShowNoSeamAtAnyScale(int dpi) throws IOException {
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.label(), Resolution.DPI_300);
        var raster = new Raster(raster(page, dpi), dpi);
        int solidSide = (int) Math.round((4 - 0.280 - 0.790) * dpi);

        for (int y = (int) Math.ceil(0.65 * dpi); y < 1.40 * dpi; y++) {
            assertTrue(raster.grey(solidSide, y) < 12, "a seam at " + y);
        }
    }

    @Test
    void typeIsEmbeddedAndOnlyWhatIsUsed() throws IOException {
        byte[] pdf = write(Specimens.page(Stock.LABEL_4X6, Specimens.label(), Resolution.DPI_300));
        try (var document = Loader.loadPDF(pdf)) {
            var fonts = document.getPage(0).getResources();
            int count = 0;
            for (COSName name : fonts.getFontNames()) {
                var font = fonts.getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().contains("LiberationSans"), font.getName());
                count++;
            }
            assertEquals(2, count);
        }
        assertTrue(pdf.length < 30_000, "one label takes " + pdf.length + " bytes");
    }

    @Test
    void wordsCanBeSearchedAndReadAloud() throws IOException {
        var page =
                Specimens.page(
                        Stock.LABEL_4X6,
                        Specimens.label().noted("Office file 5", "Ärzte"),
                        Resolution.DPI_300);
        try (var document = document(page)) {
            String text = new PDFTextStripper().getText(document);

            for (String words :
                    List.of(
                            "SPECIMEN",
                            "NOT VALID POSTAGE",
                            "$1.90",
                            "PORTLAND OR 97201-4418",
                            "Meter ZZ 01 0001042",
                            "Office file 5",
                            "Cost code Ärzte")) {
                assertTrue(text.contains(words), words + " is not in: " + text);
            }
        }
    }

    @Test
    void asksToBePrintedAtItsSize() throws IOException {
        var page = Specimens.page(Stock.LABEL_4X6, Specimens.label(), Resolution.DPI_300);
        try (var document = document(page)) {
            assertEquals(
                    "None", document.getDocumentCatalog().getViewerPreferences().getPrintScaling());
        }
    }

    @Test
    void drawsAThousandLabelsIntoOneDocument() throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.write(
                () -> LongStream.range(0, 1_000).mapToObj(PdfRendererTest::label).iterator(), out);

        try (var document = Loader.loadPDF(out.toByteArray())) {
            assertEquals(1_000, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertEquals(1_000, count(text, "SPECIMEN"));
            assertEquals(1_000, count(text, "NOT VALID POSTAGE"));
            var image = new PDFRenderer(document).renderImageWithDPI(776, 300, ImageType.GRAY);
            assertEquals(
                    new Valid<>(Specimens.random(776).bytes()), new SymbolReader().read(image));
        }
    }

    private static Page label(long seed) {
        return Specimens.page(
                Stock.LABEL_4X6, Specimens.imprint(Specimens.random(seed)), Resolution.DPI_300);
    }

    private static int count(String text, String words) {
        return text.split(words, -1).length - 1;
    }

    private BufferedImage raster(Page page, int dpi) throws IOException {
        try (var document = document(page)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    private PDDocument document(Page page) throws IOException {
        return Loader.loadPDF(write(page));
    }

    private byte[] write(Page page) throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.write(List.of(page), out);
        return out.toByteArray();
    }
}
