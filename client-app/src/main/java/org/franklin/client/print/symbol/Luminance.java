package org.franklin.client.print.symbol;

import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;

import java.awt.image.BufferedImage;

/// How bright each pixel of a picture is, 0 to 255; what is transparent counts as white paper.
final class Luminance {

    private static final int WHITE = 255;

    private final int width;
    private final int height;
    private final byte[] pixels;

    private Luminance(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    static Luminance of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[Math.multiplyExact(width, height)];
        // Java takes grey samples for linear light and would brighten them; scanners mean them as
        // they are.
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            image.getRaster().getDataElements(0, 0, width, height, pixels);
        } else {
            readColours(image, pixels);
        }
        return new Luminance(width, height, pixels);
    }

    private static void readColours(BufferedImage image, byte[] pixels) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) brightness(row[x]);
            }
        }
    }

    /// Dark is what is nearer to the darkest than to the brightest pixel: right for clean prints.
    BitMatrix darkByMidpoint() {
        int darkest = WHITE;
        int brightest = 0;
        for (byte pixel : pixels) {
            int level = Byte.toUnsignedInt(pixel);
            darkest = Math.min(darkest, level);
            brightest = Math.max(brightest, level);
        }
        int threshold = (darkest + brightest) / 2;
        var dark = new BitMatrix(width, height);
        for (int i = 0; i < pixels.length; i++) {
            if (Byte.toUnsignedInt(pixels[i]) < threshold) {
                dark.set(i % width, i / width);
            }
        }
        return dark;
    }

    /// Dark is what is darker than its surroundings: right for photographs and grey scans.
    BitMatrix darkBySurroundings() throws NotFoundException {
        return new HybridBinarizer(crop(0, 0, width, height)).getBlackMatrix();
    }

    LuminanceSource crop(int left, int top, int cropWidth, int cropHeight) {
        return new PlanarYUVLuminanceSource(
                pixels, width, height, left, top, cropWidth, cropHeight, false);
    }

    private static int brightness(int argb) {
        int alpha = argb >>> 24;
        int red = (argb >> 16) & 0xFF;
        int green = (argb >> 8) & 0xFF;
        int blue = argb & 0xFF;
        int level = (red + 2 * green + blue) / 4;
        return (level * alpha + WHITE * (WHITE - alpha)) / WHITE;
    }
}
