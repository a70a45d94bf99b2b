package org.franklin.client.print.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

class SymbolReaderTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 700;

    private final SymbolReader reader = new SymbolReader();
    private final Bytes content = random(1);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 12})
    void findsASymbolAnywhereOnThePage(int module) {
        assertEquals(new Valid<>(content), reader.read(page(module, 31, 17)));
    }

    @Test
    void looksPastFramesAndBars() {
        var page = page(4, 300, 200);
        var pen = page.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(20, 20, 150, 150);
        pen.drawRect(250, 150, 400, 400);
        pen.drawRect(240, 140, 420, 420);
        pen.dispose();

        assertEquals(new Valid<>(content), reader.read(page));
    }

    @Test
    void readsThroughDirt() {
        for (long seed = 0; seed < 20; seed++) {
            var page = page(4, 400, 300);
            var random = new SplittableRandom(seed);
            for (int i = 0; i < WIDTH * HEIGHT / 50; i++) {
                int grey = random.nextBoolean() ? 0x000000 : 0xFFFFFF;
                page.setRGB(random.nextInt(WIDTH), random.nextInt(HEIGHT), grey);
            }

            assertEquals(new Valid<>(content), reader.read(page), "seed " + seed);
        }
    }

    @Test
    void readsGreyPrintOnDarkeningPaper() {
        var page = page(4, 400, 300);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean dark = (page.getRGB(x, y) & 0xFF) == 0;
                int paper = 255 - 180 * x / WIDTH;
                int grey = dark ? paper * 2 / 5 : paper;
                page.setRGB(x, y, grey * 0x010101);
            }
        }

        assertEquals(new Valid<>(content), reader.read(page));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 90, 179, 270})
    void readsATiltedOrTurnedSheet(double degrees) {
        assertEquals(new Valid<>(content), reader.read(turned(page(6, 350, 250), degrees)));
    }

    @Test
    void takesTransparentForPaper() {
        var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        draw(page, 4, 100, 100);

        assertEquals(new Valid<>(content), reader.read(page));
    }

    @Test
    void saysSoWhereNothingIs() {
        assertInstanceOf(Malformed.class, reader.read(blank(1, 1)));
        assertInstanceOf(Malformed.class, reader.read(blank(WIDTH, HEIGHT)));
        assertInstanceOf(
                Malformed.class,
                reader.read(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB)));
    }

    @Test
    void refusesAPictureWithoutBound() {
        var huge = new BufferedImage(9_000, 9_000, BufferedImage.TYPE_BYTE_BINARY);

        assertInstanceOf(Malformed.class, reader.read(huge));
    }

    @Test
    void leavesAnotherKindOfSymbolAlone() {
        var matrix =
                new DataMatrixWriter().encode("WWW.EXAMPLE.COM", BarcodeFormat.DATA_MATRIX, 0, 0);
        var page = blank(WIDTH, HEIGHT);
        fill(page, matrix, 8, 100, 100);

        assertInstanceOf(Malformed.class, reader.read(page));
    }

    @Test
    void neverThrowsAtNonsense() {
        for (long seed = 0; seed < 60; seed++) {
            assertInstanceOf(Malformed.class, reader.read(nonsense(seed)), "seed " + seed);
        }
    }

    /// Rectangles, lines and dots of any size: some are about square, few are symbols.
    private static BufferedImage nonsense(long seed) {
        var random = new SplittableRandom(seed);
        var page = blank(random.nextInt(1, 400), random.nextInt(1, 400));
        var pen = page.createGraphics();
        for (int i = 0; i < 40; i++) {
            pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
            int x = random.nextInt(page.getWidth());
            int y = random.nextInt(page.getHeight());
            switch (random.nextInt(3)) {
                case 0 -> pen.fillRect(x, y, random.nextInt(200), random.nextInt(200));
                case 1 -> pen.drawRect(x, y, random.nextInt(300), random.nextInt(300));
                default -> pen.drawLine(x, y, random.nextInt(400), random.nextInt(400));
            }
        }
        pen.dispose();
        return page;
    }

    private BufferedImage page(int module, int x, int y) {
        var page = blank(WIDTH, HEIGHT);
        draw(page, module, x, y);
        return page;
    }

    private void draw(BufferedImage page, int module, int x, int y) {
        var symbol = DataMatrix.of(content);
        var matrix = new BitMatrix(DataMatrix.SIZE);
        for (var run : symbol.runs()) {
            matrix.setRegion(run.column(), run.row(), run.length(), 1);
        }
        fill(page, matrix, module, x, y);
    }

    private static void fill(BufferedImage page, BitMatrix matrix, int module, int left, int top) {
        var pen = page.createGraphics();
        pen.setColor(Color.BLACK);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    pen.fillRect(left + column * module, top + row * module, module, module);
                }
            }
        }
        pen.dispose();
    }

    private static BufferedImage turned(BufferedImage page, double degrees) {
        int side = WIDTH + HEIGHT;
        var turn = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.translate(-WIDTH / 2.0, -HEIGHT / 2.0);
        var turned = blank(side, side);
        var pen = turned.createGraphics();
        pen.drawImage(page, new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        pen.dispose();
        return turned;
    }

    private static BufferedImage blank(int width, int height) {
        var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return page;
    }

    private static Bytes random(long seed) {
        byte[] content = new byte[109];
        new SplittableRandom(seed).nextBytes(content);
        return Bytes.of(content);
    }
}
