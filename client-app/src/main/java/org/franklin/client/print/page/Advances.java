package org.franklin.client.print.page;

import org.apache.fontbox.ttf.TrueTypeFont;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far the pen moves for each character of a typeface, in ems: read once from the font's file.
final class Advances {

    private static final int FIRST = ' ';
    private static final int LAST = 0xFFFD;

    private static final Map<Typeface, Advances> ALL =
            Arrays.stream(Typeface.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Advances::read));

    private final Map<Integer, Double> ems;

    private Advances(Map<Integer, Double> ems) {
        this.ems = ems;
    }

    static Advances of(Typeface face) {
        var advances = ALL.get(face);
        if (advances == null) {
            throw new AssertionError("every typeface is read");
        }
        return advances;
    }

    boolean has(String words) {
        return words.codePoints().allMatch(ems::containsKey);
    }

    double sum(String words) {
        return words.codePoints().mapToDouble(this::em).sum();
    }

    private double em(int character) {
        var em = ems.get(character);
        if (em == null) {
            throw new IllegalArgumentException("no glyph for " + Character.getName(character));
        }
        return em;
    }

    private static Advances read(Typeface face) {
        try (var font = face.parse()) {
            return new Advances(read(font));
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + face + " is broken", e);
        }
    }

    private static Map<Integer, Double> read(TrueTypeFont font) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        var advances = font.getHorizontalMetrics();
        double em = font.getUnitsPerEm();
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(c -> glyphs.getGlyphId(c) != 0 && standsAlone(c))
                .boxed()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Function.identity(),
                                c -> advances.getAdvanceWidth(glyphs.getGlyphId(c)) / em));
    }

    /// Printable by itself and from left to right, as letters, digits and signs of the West are.
    private static boolean standsAlone(int character) {
        byte direction = Character.getDirectionality(character);
        if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
