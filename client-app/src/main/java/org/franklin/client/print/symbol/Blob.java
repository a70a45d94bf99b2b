package org.franklin.client.print.symbol;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The rectangle around dark pixels that touch each other, edges included.
///
/// The solid left and lower sides of a Data Matrix touch, so that each symbol on a page lies within
/// one blob, however much else is printed around it.
record Blob(int left, int top, int right, int bottom) {

    private record Pixel(int x, int y) {}

    int width() {
        return right - left + 1;
    }

    int height() {
        return bottom - top + 1;
    }

    /// All blobs of a picture, which is used up: each dark pixel is cleared when it is counted.
    static List<Blob> takeAll(BitMatrix dark) {
        var blobs = new ArrayList<Blob>();
        var row = new BitArray(dark.getWidth());
        for (int y = 0; y < dark.getHeight(); y++) {
            row = dark.getRow(y, row);
            for (int x = row.getNextSet(0); x < row.getSize(); x = row.getNextSet(x + 1)) {
                if (dark.get(x, y)) {
                    blobs.add(take(dark, x, y));
                }
            }
        }
        return blobs;
    }

    private static Blob take(BitMatrix dark, int x, int y) {
        var waiting = new ArrayDeque<Pixel>();
        var blob = new Blob(x, y, x, y);
        dark.unset(x, y);
        waiting.add(new Pixel(x, y));
        while (!waiting.isEmpty()) {
            var pixel = waiting.removeLast();
            blob = blob.around(pixel);
            takeNeighbours(dark, pixel, waiting);
        }
        return blob;
    }

    private static void takeNeighbours(BitMatrix dark, Pixel pixel, Deque<Pixel> waiting) {
        int lastX = Math.min(pixel.x + 1, dark.getWidth() - 1);
        int lastY = Math.min(pixel.y + 1, dark.getHeight() - 1);
        for (int y = Math.max(pixel.y - 1, 0); y <= lastY; y++) {
            for (int x = Math.max(pixel.x - 1, 0); x <= lastX; x++) {
                if (dark.get(x, y)) {
                    dark.unset(x, y);
                    waiting.addLast(new Pixel(x, y));
                }
            }
        }
    }

    private Blob around(Pixel pixel) {
        return new Blob(
                Math.min(left, pixel.x),
                Math.min(top, pixel.y),
                Math.max(right, pixel.x),
                Math.max(bottom, pixel.y));
    }
}
