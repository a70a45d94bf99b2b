package org.franklin.client.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Lettering;
import org.franklin.client.print.page.Mark;
import org.franklin.client.print.page.Mark.Anchor;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Decoded.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

class PictureRendererTest {

    private final PictureRenderer renderer = new PictureRenderer();

    @ParameterizedTest
    @CsvSource({
        "ENVELOPE_10, DPI_203, 1929, 838",
        "ENVELOPE_10, DPI_300, 2850, 1238",
        "LABEL_4X6, DPI_203, 812, 1218",
        "LABEL_4X6, DPI_600, 2400, 3600"
    })
    void hasAPixelForEachDot(Stock stock, Resolution resolution, int width, int height) {
        var image = renderer.draw(Specimens.page(stock, Specimens.label(), resolution));

        assertEquals(width, image.getWidth());
        assertEquals(height, image.getHeight());
    }

    @ParameterizedTest
    @EnumSource
    void aPngGivesTheIndiciumBack(Resolution resolution) throws IOException {
        for (long seed = 0; seed < 4; seed++) {
            var signed = Specimens.random(seed);
            for (Stock stock : Stock.values()) {
                var png = png(Specimens.page(stock, Specimens.imprint(signed), resolution));
                var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));

                assertEquals(
                        new Valid<>(signed.bytes()),
                        new SymbolReader().read(image),
                        "seed " + seed + " on " + stock);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"DPI_203, 7992", "DPI_300, 11811", "DPI_600, 23622"})
    void aPngKnowsItsDotsPerMetre(Resolution resolution, int perMetre) throws IOException {
        byte[] png = png(Specimens.page(Stock.LABEL_4X6, Specimens.label(), resolution));
        var text = new String(png, StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.wrap(png, text.indexOf("pHYs") + 4, 9);

        assertEquals(perMetre, chunk.getInt());
        assertEquals(perMetre, chunk.getInt());
        assertEquals(1, chunk.get(), "the unit is the metre");
    }

    @Test
    void barsAreExactAndLaterOnesCoverEarlierOnes() {
        var raster = draw(new Bar(10, 20, 8, 4, Ink.BLACK), new Bar(12, 21, 2, 2, Ink.WHITE));

        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 60; x++) {
                boolean outer = x >= 10 && x < 18 && y >= 20 && y < 24;
                boolean inner = x >= 12 && x < 14 && y >= 21 && y < 23;
                assertEquals(outer && !inner ? 0 : 255, raster.grey(x, y), x + "," + y);
            }
        }
    }

    @Test
    void wordsStandOnTheirBaselineAndEndAtTheirAnchor() {
        var raster = draw(new Words("HHH", Lettering.bold(18), Anchor.RIGHT, 0.9, 0.5));

        assertTrue(raster.isEmpty(0, 0.505, 1, 1), "capitals have no descender");
        assertTrue(raster.isEmpty(0.905, 0, 1, 1), "nothing right of the anchor");
        assertTrue(!raster.isEmpty(0.8, 0.32, 0.9, 0.5), "the last letter");
    }

    @Test
    void spacingMovesLettersApart() {
        var tight = draw(new Words("II", Lettering.bold(18), Anchor.LEFT, 0.1, 0.5));
        var wide = draw(new Words("II", Lettering.bold(18).spaced(20), Anchor.LEFT, 0.1, 0.5));

        assertTrue(tight.isEmpty(0.3, 0, 1, 1));
        assertTrue(!wide.isEmpty(0.4, 0, 1, 1));
    }

    private Raster draw(Mark... marks) {
        var page = new Page(1, 1, Resolution.DPI_203, List.of(marks));
        return new Raster(renderer.draw(page), Resolution.DPI_203.dpi());
    }

    private byte[] png(Page page) throws IOException {
        var out = new ByteArrayOutputStream();
        renderer.writePng(page, out);
        return out.toByteArray();
    }
}
