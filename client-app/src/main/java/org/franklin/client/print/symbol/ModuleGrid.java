package org.franklin.client.print.symbol;

import com.google.zxing.common.BitMatrix;

/// Samples an upright symbol: a module is dark where most pixels of its inner half are.
final class ModuleGrid {

    private static final double INSET = 0.25;

    private ModuleGrid() {}

    static BitMatrix sample(BitMatrix dark, Blob blob) {
        var modules = new BitMatrix(DataMatrix.SIZE);
        double width = (double) blob.width() / DataMatrix.SIZE;
        double height = (double) blob.height() / DataMatrix.SIZE;
        for (int row = 0; row < DataMatrix.SIZE; row++) {
            int top = inner(blob.top(), row + INSET, height);
            int bottom = Math.max(top + 1, inner(blob.top(), row + 1 - INSET, height));
            for (int column = 0; column < DataMatrix.SIZE; column++) {
                int left = inner(blob.left(), column + INSET, width);
                int right = Math.max(left + 1, inner(blob.left(), column + 1 - INSET, width));
                if (isMostlyDark(dark, left, top, right, bottom)) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }

    private static int inner(int edge, double modules, double size) {
        return edge + (int) Math.round(modules * size);
    }

    private static boolean isMostlyDark(BitMatrix dark, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += dark.get(x, y) ? 1 : -1;
            }
        }
        return count > 0;
    }
}
