package org.franklin.client.print.symbol;

import com.google.zxing.common.BitMatrix;

/// Samples an upright symbol: a module is dark where most pixels of its inner half are.
///
/// A symbol's four sides are solid or half dark; an outer line of pixels with less than that is
/// dirt that touches it, and is left off first.
final class ModuleGrid {

    private static final double INSET = 0.25;
    private static final double LEAST_OF_SIDE = 0.2;

    private ModuleGrid() {}

    static BitMatrix sample(BitMatrix dark, Blob found) {
        var blob = trimmed(dark, found);
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

    private static Blob trimmed(BitMatrix dark, Blob blob) {
        int left = blob.left();
        int top = blob.top();
        int right = blob.right();
        int bottom = blob.bottom();
        while (left < right && isDirt(dark, left, top, left, bottom)) {
            left++;
        }
        while (left < right && isDirt(dark, right, top, right, bottom)) {
            right--;
        }
        while (top < bottom && isDirt(dark, left, top, right, top)) {
            top++;
        }
        while (top < bottom && isDirt(dark, left, bottom, right, bottom)) {
            bottom--;
        }
        return new Blob(left, top, right, bottom);
    }

    private static boolean isDirt(BitMatrix dark, int left, int top, int right, int bottom) {
        int pixels = (right - left + 1) * (bottom - top + 1);
        return countDark(dark, left, top, right, bottom) < pixels * LEAST_OF_SIDE;
    }

    private static int inner(int edge, double modules, double size) {
        return edge + (int) Math.round(modules * size);
    }

    private static boolean isMostlyDark(BitMatrix dark, int left, int top, int right, int bottom) {
        int pixels = (right - left) * (bottom - top);
        return 2 * countDark(dark, left, top, right - 1, bottom - 1) > pixels;
    }

    private static int countDark(BitMatrix dark, int left, int top, int right, int bottom) {
        int count = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (dark.get(x, y)) {
                    count++;
                }
            }
        }
        return count;
    }
}
