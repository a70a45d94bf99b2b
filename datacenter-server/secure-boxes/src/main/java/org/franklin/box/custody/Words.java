package org.franklin.box.custody;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// 1,024 made-up words that are spoken much as they are written and differ in their first three
/// letters.
///
/// A word is consonant, vowel, consonant, which say its number, then a vowel and a consonant that
/// follow from those: no single mistyped letter makes another word.
final class Words {

    /// How many there are: each stands for 10 bits.
    static final int COUNT = 1_024;

    private static final int LENGTH = 5;
    private static final String CONSONANTS = "bdfghklmnprstvwz";
    private static final String VOWELS = "aeio";

    private static final List<String> ALL =
            IntStream.range(0, COUNT).mapToObj(Words::make).toList();

    private Words() {}

    static String word(int number) {
        return ALL.get(number);
    }

    /// The number of the word at this place of a text in ASCII, in either case; nothing where there
    /// is none. It makes no string, which could not be wiped.
    static OptionalInt number(byte[] text, int from, int to) {
        if (to - from != LENGTH) {
            return OptionalInt.empty();
        }
        int first = CONSONANTS.indexOf(lower(text[from]));
        int vowel = VOWELS.indexOf(lower(text[from + 1]));
        int second = CONSONANTS.indexOf(lower(text[from + 2]));
        if (first < 0 || vowel < 0 || second < 0) {
            return OptionalInt.empty();
        }
        int number = (first << 6) | (vowel << 4) | second;
        String word = ALL.get(number);
        return word.charAt(3) == lower(text[from + 3]) && word.charAt(4) == lower(text[from + 4])
                ? OptionalInt.of(number)
                : OptionalInt.empty();
    }

    private static char lower(byte letter) {
        return Character.toLowerCase((char) letter);
    }

    private static String make(int number) {
        int first = number >> 6;
        int vowel = (number >> 4) & 3;
        int second = number & 15;
        // Odd factors, so that another letter anywhere makes another sum.
        int end = (first + 3 * second + 5 * vowel) & 15;
        int before = (first + second + vowel) & 3;
        return ""
                + CONSONANTS.charAt(first)
                + VOWELS.charAt(vowel)
                + CONSONANTS.charAt(second)
                + VOWELS.charAt(before)
                + CONSONANTS.charAt(end);
    }
}
