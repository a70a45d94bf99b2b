package org.franklin.client.print.symbol;

/// The rectangle around dark pixels that touch each other, edges included.
record Blob(int left, int top, int right, int bottom) {

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    Blob around(int x, int y) {
        return new Blob(
                Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
    }
}
