package org.franklin.client.print.symbol;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.encoder.DefaultPlacement;
import com.google.zxing.datamatrix.encoder.ErrorCorrection;
import com.google.zxing.datamatrix.encoder.SymbolInfo;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;

import org.franklin.model.canonical.Bytes;

import java.util.ArrayList;
import java.util.List;

/// A Data Matrix symbol (ISO/IEC 16022, ECC 200) of 40 × 40 modules in four regions, holding 1 to
/// 112 bytes.
///
/// The bytes stand in one base-256 segment. ZXing's own encoders choose a mode for each stretch of
/// the text, so that their length depends on the content and the bytes come back in pieces; hence
/// the segment is written here, and ZXing adds the error correction and places the codewords.
public final class DataMatrix {

    /// A stretch of dark modules in one row.
    public record Run(int row, int column, int length) {}

    /// Modules along each side.
    public static final int SIZE = 40;

    private static final int REGION = 20;
    private static final int REGION_DATA = REGION - 2;
    private static final int DATA_CODEWORDS = 114;
    private static final int OVERHEAD = 2;

    private static final char LATCH_TO_BASE_256 = 231;
    private static final char PAD = 129;

    private final BitMatrix modules;

    private DataMatrix(BitMatrix modules) {
        this.modules = modules;
    }

    public static DataMatrix of(Bytes content) {
        if (content.length() < 1 || content.length() > DATA_CODEWORDS - OVERHEAD) {
            throw new IllegalArgumentException(
                    "a symbol holds 1 to " + (DATA_CODEWORDS - OVERHEAD) + " bytes");
        }
        var info = SymbolInfo.lookup(DATA_CODEWORDS, SymbolShapeHint.FORCE_SQUARE);
        String codewords = ErrorCorrection.encodeECC200(codewords(content), info);
        int data = info.getSymbolDataWidth();
        var placement = new DefaultPlacement(codewords, data, data);
        placement.place();
        var modules = new BitMatrix(SIZE);
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (isDark(placement, column, row)) {
                    modules.set(column, row);
                }
            }
        }
        return new DataMatrix(modules);
    }

    public boolean isDark(int column, int row) {
        return modules.get(column, row);
    }

    /// All dark modules, from the top row down.
    public List<Run> runs() {
        var runs = new ArrayList<Run>();
        for (int row = 0; row < SIZE; row++) {
            int column = 0;
            while (column < SIZE) {
                int from = column;
                while (column < SIZE && isDark(column, row)) {
                    column++;
                }
                if (column > from) {
                    runs.add(new Run(row, from, column - from));
                }
                column++;
            }
        }
        return runs;
    }

    /// A region's lower and left sides are solid, its upper and right sides alternate.
    private static boolean isDark(DefaultPlacement placement, int column, int row) {
        int x = column % REGION;
        int y = row % REGION;
        if (x == 0 || y == REGION - 1) {
            return true;
        }
        if (y == 0) {
            return x % 2 == 0;
        }
        if (x == REGION - 1) {
            return y % 2 == 1;
        }
        return placement.getBit(dataIndex(column), dataIndex(row));
    }

    private static int dataIndex(int module) {
        return module / REGION * REGION_DATA + module % REGION - 1;
    }

    private static String codewords(Bytes content) {
        var out = new StringBuilder(DATA_CODEWORDS).append(LATCH_TO_BASE_256);
        appendBase256(out, content.length());
        for (byte b : content.toArray()) {
            appendBase256(out, Byte.toUnsignedInt(b));
        }
        if (out.length() < DATA_CODEWORDS) {
            out.append(PAD);
        }
        while (out.length() < DATA_CODEWORDS) {
            out.append(randomised(PAD, out.length() + 1, 253, 254));
        }
        return out.toString();
    }

    private static void appendBase256(StringBuilder out, int value) {
        out.append(randomised(value, out.length() + 1, 255, 255));
    }

    /// The standard's 253-state and 255-state randomising of the codeword at a position from 1.
    private static char randomised(int value, int position, int states, int highest) {
        int moved = value + (149 * position) % states + 1;
        return (char) (moved <= highest ? moved : moved - states - 1);
    }
}
