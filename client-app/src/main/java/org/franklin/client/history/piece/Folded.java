package org.franklin.client.history.piece;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words as they are compared: in small letters, without accents, each behind a space. What is
/// neither letter nor digit parts words.
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    static String words(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BETWEEN.matcher(" " + bare.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /// The words that a text is looked for by, each behind a space.
    static List<String> wanted(String text) {
        return BETWEEN.splitAsStream(words(text))
                .filter(word -> !word.isEmpty())
                .map(word -> " " + word)
                .toList();
    }
}
