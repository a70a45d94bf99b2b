package org.franklin.client.print.symbol;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Finds what is connected in a picture. The solid left and lower sides of a Data Matrix touch, so
/// that each symbol on a page is one blob, however much else is printed around it.
///
/// It looks at each pixel once and keeps at most four bytes for each dark one.
final class BlobFinder {

    private final BitMatrix unseen;
    private int[] waiting = new int[1024];
    private int count;

    BlobFinder(BitMatrix dark) {
        unseen = dark.clone();
    }

    List<Blob> find(Predicate<Blob> wanted) {
        var blobs = new ArrayList<Blob>();
        var row = new BitArray(unseen.getWidth());
        for (int y = 0; y < unseen.getHeight(); y++) {
            row = unseen.getRow(y, row);
            for (int x = row.getNextSet(0); x < row.getSize(); x = row.getNextSet(x + 1)) {
                if (unseen.get(x, y)) {
                    var blob = follow(x, y);
                    if (wanted.test(blob)) {
                        blobs.add(blob);
                    }
                }
            }
        }
        return blobs;
    }

    private Blob follow(int startX, int startY) {
        var blob = new Blob(startX, startY, startX, startY);
        see(startX, startY);
        while (count > 0) {
            int pixel = waiting[--count];
            int x = pixel % unseen.getWidth();
            int y = pixel / unseen.getWidth();
            blob = blob.around(x, y);
            seeNeighbours(x, y);
        }
        return blob;
    }

    private void seeNeighbours(int x, int y) {
        int lastX = Math.min(x + 1, unseen.getWidth() - 1);
        int lastY = Math.min(y + 1, unseen.getHeight() - 1);
        for (int nextY = Math.max(y - 1, 0); nextY <= lastY; nextY++) {
            for (int nextX = Math.max(x - 1, 0); nextX <= lastX; nextX++) {
                if (unseen.get(nextX, nextY)) {
                    see(nextX, nextY);
                }
            }
        }
    }

    private void see(int x, int y) {
        unseen.unset(x, y);
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
        }
        waiting[count++] = y * unseen.getWidth() + x;
    }
}
