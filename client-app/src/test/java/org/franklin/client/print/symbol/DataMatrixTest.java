package org.franklin.client.print.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.datamatrix.decoder.Decoder;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

class DataMatrixTest {

    private static final int INDICIUM = 109;

    @Test
    void givesEveryByteBackInOneSegment() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            var content = random(seed, INDICIUM);

            assertEquals(List.of(content), segments(DataMatrix.of(content)), "seed " + seed);
        }
    }

    /// ZXing's own encoder would pick other modes for these, and take more or fewer codewords.
    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x20, 0x30, 0x41, 0x61, 0x7F, 0x80, 0xE8, 0xFF})
    void givesBackContentThatLooksLikeTextOrControls(int value) throws Exception {
        byte[] content = new byte[INDICIUM];
        java.util.Arrays.fill(content, (byte) value);

        assertEquals(List.of(Bytes.of(content)), segments(DataMatrix.of(Bytes.of(content))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 55, 110, 111, 112})
    void padsShorterContentAndFillsUp(int length) throws Exception {
        var content = random(length, length);

        assertEquals(List.of(content), segments(DataMatrix.of(content)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 113, 2000})
    void refusesWhatDoesNotFit(int length) {
        var content = random(1, length);

        assertThrows(IllegalArgumentException.class, () -> DataMatrix.of(content));
    }

    @Test
    void hasFourRegionsWithSolidAndAlternatingSides() {
        var symbol = DataMatrix.of(random(7, INDICIUM));

        for (int i = 0; i < DataMatrix.SIZE; i++) {
            for (int region = 0; region < DataMatrix.SIZE; region += 20) {
                assertTrue(symbol.isDark(region, i), "left side of a region");
                assertTrue(symbol.isDark(i, region + 19), "lower side of a region");
                assertEquals(i % 2 == 0, symbol.isDark(i, region), "upper side of a region");
                assertEquals(i % 2 == 1, symbol.isDark(region + 19, i), "right side of a region");
            }
        }
    }

    @Test
    void survivesAsManyWrongCodewordsAsTheStandardPromises() throws Exception {
        var content = random(3, INDICIUM);
        var damaged = modules(DataMatrix.of(content));
        // Two rows of data modules are a tenth of the symbol; 24 of 162 codewords may be wrong.
        damaged.setRegion(1, 4, 38, 2);

        assertEquals(List.of(content), segments(new Decoder().decode(damaged)));
    }

    @Test
    void runsCoverTheDarkModulesOnce() {
        var symbol = DataMatrix.of(random(5, INDICIUM));
        var covered = new BitMatrix(DataMatrix.SIZE);
        for (var run : symbol.runs()) {
            for (int i = 0; i < run.length(); i++) {
                assertTrue(!covered.get(run.column() + i, run.row()), "covered twice");
                covered.set(run.column() + i, run.row());
            }
        }

        assertEquals(modules(symbol), covered);
    }

    private static List<Bytes> segments(DataMatrix symbol) throws Exception {
        return segments(new Decoder().decode(modules(symbol)));
    }

    private static List<Bytes> segments(DecoderResult result) {
        return result.getByteSegments().stream().map(Bytes::of).toList();
    }

    private static BitMatrix modules(DataMatrix symbol) {
        var modules = new BitMatrix(DataMatrix.SIZE);
        for (int row = 0; row < DataMatrix.SIZE; row++) {
            for (int column = 0; column < DataMatrix.SIZE; column++) {
                if (symbol.isDark(column, row)) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }

    private static Bytes random(long seed, int length) {
        byte[] content = new byte[length];
        new SplittableRandom(seed).nextBytes(content);
        return Bytes.of(content);
    }
}
