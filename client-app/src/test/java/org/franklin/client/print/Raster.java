package org.franklin.client.print;

import java.awt.image.BufferedImage;

/// A drawn page in grey, questioned in inches.
record Raster(BufferedImage image, int dpi) {

    /// Whether no pixel that lies wholly within the rectangle is anything but white.
    boolean isEmpty(double left, double top, double right, double bottom) {
        int lastX = Math.min(image.getWidth(), (int) Math.floor(right * dpi));
        int lastY = Math.min(image.getHeight(), (int) Math.floor(bottom * dpi));
        for (int y = (int) Math.ceil(top * dpi); y < lastY; y++) {
            for (int x = (int) Math.ceil(left * dpi); x < lastX; x++) {
                if (grey(x, y) != 255) {
                    return false;
                }
            }
        }
        return true;
    }

    int grey(int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }
}
