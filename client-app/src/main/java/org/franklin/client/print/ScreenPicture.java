package org.franklin.client.print;

import org.franklin.client.print.page.Page;

import java.awt.Image;
import java.awt.image.BufferedImage;

/// A page as a screen shows it: the printer's own dots, averaged down.
public final class ScreenPicture {

    /// Screens that show more than one dot to a pixel get what they can show.
    private static final int DENSITY = 2;

    private ScreenPicture() {}

    /// Draws the page for a place that is `width` pixels wide. It takes longer than a frame lasts.
    public static BufferedImage draw(Page page, double width) {
        var dots = PictureRenderer.onScreen().draw(page);
        int wide = (int) Math.round(DENSITY * width);
        int high = (int) Math.round(wide * page.height() / page.width());
        var picture = new BufferedImage(wide, high, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.drawImage(dots.getScaledInstance(wide, high, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return picture;
    }
}
