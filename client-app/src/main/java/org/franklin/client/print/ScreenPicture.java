package org.franklin.client.print;

import org.franklin.client.print.page.Page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/// A page as a screen shows it: the printer's own dots, averaged down.
public final class ScreenPicture {

    /// Screens that show more than one dot to a pixel get what they can show.
    private static final int DENSITY = 2;

    private static final int BYTE = 0xFF;
    private static final int OPAQUE = 0xFF000000;
    private static final int EACH_COLOUR = 0x010101;

    private ScreenPicture() {}

    /// Draws the page for a place that is `width` pixels wide, in the form in which a window takes
    /// it over without converting it. It takes longer than a frame lasts.
    public static BufferedImage draw(Page page, double width) {
        var dots = PictureRenderer.onScreen().draw(page);
        int wide = Math.max(1, (int) Math.round(DENSITY * width));
        int high = Math.max(1, (int) Math.round(wide * page.height() / page.width()));
        var picture = new BufferedImage(wide, high, BufferedImage.TYPE_INT_ARGB_PRE);
        average(dots, picture);
        return picture;
    }

    /// Each pixel is the mean of the dots that begin within it.
    private static void average(BufferedImage dots, BufferedImage picture) {
        byte[] from = ((DataBufferByte) dots.getRaster().getDataBuffer()).getData();
        int[] to = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < picture.getHeight(); y++) {
            int top = edge(y, picture.getHeight(), dots.getHeight());
            int bottom = Math.max(top + 1, edge(y + 1, picture.getHeight(), dots.getHeight()));
            for (int x = 0; x < picture.getWidth(); x++) {
                int left = edge(x, picture.getWidth(), dots.getWidth());
                int right = Math.max(left + 1, edge(x + 1, picture.getWidth(), dots.getWidth()));
                int sum = 0;
                for (int row = top; row < bottom; row++) {
                    for (int dot = left; dot < right; dot++) {
                        sum += from[row * dots.getWidth() + dot] & BYTE;
                    }
                }
                int mean = sum / ((bottom - top) * (right - left));
                to[y * picture.getWidth() + x] = OPAQUE | mean * EACH_COLOUR;
            }
        }
    }

    /// The first dot of a pixel.
    private static int edge(int pixel, int pixels, int dots) {
        return (int) ((long) pixel * dots / pixels);
    }
}
