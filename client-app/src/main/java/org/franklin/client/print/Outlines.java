package org.franklin.client.print;

import org.apache.fontbox.ttf.TrueTypeFont;
import org.franklin.client.print.page.Lettering;
import org.franklin.client.print.page.Typeface;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// The outlines of words, straight from Franklin's own font files: no system font is asked, so that
/// a computer without any draws the same.
final class Outlines {

    private record Glyph(Typeface face, int character) {}

    private final Map<Typeface, TrueTypeFont> fonts = new EnumMap<>(Typeface.class);
    private final Map<Glyph, Shape> glyphs = new HashMap<>();

    /// One unit is the size of the type; the baseline is at 0, and up is positive.
    synchronized Shape of(String words, Lettering lettering) {
        var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        int before = ' ';
        for (int character : words.codePoints().toArray()) {
            x += lettering.face().kern(before, character);
            var glyph = glyphs.computeIfAbsent(new Glyph(lettering.face(), character), this::load);
            var place = AffineTransform.getTranslateInstance(x, 0);
            outline.append(glyph.getPathIterator(place), false);
            x += lettering.face().ems(Character.toString(character));
            x += lettering.spacing() / lettering.points();
            before = character;
        }
        return outline;
    }

    private Shape load(Glyph glyph) {
        try {
            var font = fonts.computeIfAbsent(glyph.face(), Outlines::open);
            int index = font.getUnicodeCmapLookup().getGlyphId(glyph.character());
            double scale = 1.0 / font.getUnitsPerEm();
            return AffineTransform.getScaleInstance(scale, scale)
                    .createTransformedShape(font.getGlyph().getGlyph(index).getPath());
        } catch (IOException e) {
            throw new UncheckedIOException("the glyphs of " + glyph.face() + " are broken", e);
        }
    }

    private static TrueTypeFont open(Typeface face) {
        try {
            return face.parse();
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + face + " is broken", e);
        }
    }
}
