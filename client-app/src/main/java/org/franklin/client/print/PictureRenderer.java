package org.franklin.client.print;

import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/// Draws a page as a grey picture with one pixel for each printer dot: bars exactly, type smoothly.
public final class PictureRenderer {

    private static final double INCHES_PER_METRE = 1 / 0.0254;
    private static final double POINTS_PER_INCH = 72;
    private static final String PNG_METADATA = "javax_imageio_png_1.0";

    private final Outlines outlines = new Outlines();
    private final Color voidInk;

    /// Draws what a printer would print.
    public PictureRenderer() {
        this(Color.BLACK);
    }

    private PictureRenderer(Color voidInk) {
        this.voidInk = voidInk;
    }

    /// Draws for a screen, where the symbol of a sample is grey.
    static PictureRenderer onScreen() {
        return new PictureRenderer(Color.GRAY);
    }

    public BufferedImage draw(Page page) {
        var image =
                new BufferedImage(page.dotsWide(), page.dotsHigh(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (var mark : page.marks()) {
                switch (mark) {
                    case Bar bar -> draw(bar, pen);
                    case Words words -> draw(words, page.resolution(), pen);
                }
            }
        } finally {
            pen.dispose();
        }
        return image;
    }

    /// A PNG that knows its resolution, so that programs print it at its size.
    public void writePng(Page page, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var stream = Objects.requireNonNull(ImageIO.createImageOutputStream(out))) {
            var image = draw(page);
            var type = ImageTypeSpecifier.createFromRenderedImage(image);
            var metadata = writer.getDefaultImageMetadata(type, writer.getDefaultWriteParam());
            setResolution(metadata, page.resolution());
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }

    private static void setResolution(IIOMetadata metadata, Resolution resolution)
            throws IOException {
        var perMetre = Long.toString(Math.round(resolution.dpi() * INCHES_PER_METRE));
        var size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMetre);
        size.setAttribute("pixelsPerUnitYAxis", perMetre);
        size.setAttribute("unitSpecifier", "meter");
        var root = new IIOMetadataNode(PNG_METADATA);
        root.appendChild(size);
        metadata.mergeTree(PNG_METADATA, root);
    }

    private void draw(Bar bar, Graphics2D pen) {
        pen.setColor(ink(bar.ink()));
        pen.fillRect(bar.left(), bar.top(), bar.width(), bar.height());
    }

    private Color ink(Ink ink) {
        return switch (ink) {
            case BLACK -> Color.BLACK;
            case VOID -> voidInk;
            case WHITE -> Color.WHITE;
        };
    }

    private void draw(Words words, Resolution resolution, Graphics2D pen) {
        var lettering = words.lettering();
        double em = lettering.points() / POINTS_PER_INCH * resolution.dpi();
        var outline = outlines.of(words.text(), lettering);
        var place =
                new AffineTransform(
                        em,
                        0,
                        0,
                        -em,
                        words.left() * resolution.dpi(),
                        words.baseline() * resolution.dpi());
        pen.setColor(Color.BLACK);
        pen.fill(place.createTransformedShape(outline));
    }
}
