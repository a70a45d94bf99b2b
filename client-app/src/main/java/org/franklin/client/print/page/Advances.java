package org.franklin.client.print.page;

import org.apache.fontbox.ttf.TrueTypeFont;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far the pen moves for each character of a typeface, and how much nearer two letters stand
/// than that, in ems: read once from the font's file.
///
/// Only the letters A to Z are kerned, in both cases: figures keep their even pitch, for the
/// machines that read ZIP codes.
final class Advances {

    private static final int FIRST = ' ';
    private static final int LAST = 0xFFFD;
    private static final int[] LETTERS =
            IntStream.concat(IntStream.rangeClosed('A', 'Z'), IntStream.rangeClosed('a', 'z'))
                    .toArray();

    private static final Map<Typeface, Advances> ALL =
            Arrays.stream(Typeface.values())
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), Advances::read));

    private record Pair(int before, int after) {}

    private final Map<Integer, Double> ems;
    private final Map<Pair, Double> kerning;

    private Advances(Map<Integer, Double> ems, Map<Pair, Double> kerning) {
        this.ems = ems;
        this.kerning = kerning;
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
        double sum = 0;
        int before = FIRST;
        for (int character : words.codePoints().toArray()) {
            sum += kern(before, character) + em(character);
            before = character;
        }
        return sum;
    }

    double kern(int before, int after) {
        return kerning.getOrDefault(new Pair(before, after), 0.0);
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
            return new Advances(ems(font), kerning(font));
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + face + " is broken", e);
        }
    }

    private static Map<Integer, Double> ems(TrueTypeFont font) throws IOException {
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

    private static Map<Pair, Double> kerning(TrueTypeFont font) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        var table = font.getKerning().getHorizontalKerningSubtable();
        double em = font.getUnitsPerEm();
        var pairs = new HashMap<Pair, Double>();
        for (int before : LETTERS) {
            for (int after : LETTERS) {
                int kern = table.getKerning(glyphs.getGlyphId(before), glyphs.getGlyphId(after));
                if (kern != 0) {
                    pairs.put(new Pair(before, after), kern / em);
                }
            }
        }
        return Map.copyOf(pairs);
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
