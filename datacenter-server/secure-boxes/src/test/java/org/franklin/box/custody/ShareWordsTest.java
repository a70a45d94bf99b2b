package org.franklin.box.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.custody.ShareWords.Read;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

class ShareWordsTest {

    private static final Share SHARE =
            new Share(
                    Bytes.ofHex("0123abcd"),
                    7,
                    2,
                    3,
                    5,
                    SecretBytes.random(32, new SecureRandom()));

    private final List<String> words = ShareWords.of(SHARE);

    @Test
    void areReadBackAsTheyWerePrinted() {
        assertEquals(ShareWords.COUNT, words.size());
        assertEquals(new Read.Genuine(SHARE), read(words));
    }

    @Test
    void mayBeTypedInCapitalsWithNumbersAndRemarksBetween() {
        var text = new StringBuilder("# Custodian 2 of 5\r\n");
        for (int i = 0; i < words.size(); i++) {
            text.append(i % 5 == 0 ? "\n " + (i / 5 + 1) + ". " : "\t")
                    .append(words.get(i).toUpperCase(Locale.ROOT));
        }

        assertEquals(new Read.Genuine(SHARE), read(text.append("\n\n").toString()));
    }

    @Test
    void noOneWordTakenForAnotherIsMissed() {
        for (int place = 0; place < words.size(); place++) {
            var wrong = new ArrayList<>(words);
            for (int number = 0; number < Words.COUNT; number++) {
                wrong.set(place, Words.word(number));
                boolean right = wrong.get(place).equals(words.get(place));
                assertEquals(
                        right ? new Read.Genuine(SHARE) : new Read.ChecksumFails(), read(wrong));
            }
        }
    }

    @Test
    void noTwoWordsThatChangedPlacesAreMissed() {
        for (int one = 0; one < words.size(); one++) {
            for (int other = one + 1; other < words.size(); other++) {
                var swapped = new ArrayList<>(words);
                Collections.swap(swapped, one, other);
                boolean same = words.get(one).equals(words.get(other));
                assertEquals(
                        same ? new Read.Genuine(SHARE) : new Read.ChecksumFails(), read(swapped));
            }
        }
    }

    @Test
    void aMistypedLetterIsToldByTheWordItIsIn() {
        for (int place = 0; place < words.size(); place++) {
            for (int letter = 0; letter < 5; letter++) {
                for (char typed = 'a'; typed <= 'z'; typed++) {
                    var wrong = new StringBuilder(words.get(place));
                    if (wrong.charAt(letter) != typed) {
                        wrong.setCharAt(letter, typed);
                        var mistyped = new ArrayList<>(words);
                        mistyped.set(place, wrong.toString());
                        assertEquals(new Read.NoWord(place + 1), read(mistyped));
                    }
                }
            }
        }
    }

    @Test
    void aWordLeftOutOrTypedTwiceIsCounted() {
        for (int place = 0; place < words.size(); place++) {
            var short39 = new ArrayList<>(words);
            short39.remove(place);
            assertEquals(new Read.WrongCount(39), read(short39));
            var long41 = new ArrayList<>(words);
            long41.add(place, words.get(place));
            assertEquals(new Read.WrongCount(41), read(long41));
        }
        assertEquals(new Read.WrongCount(0), read(" \n"));
    }

    @Test
    void differInTheirFirstThreeLetters() {
        var beginnings = new HashSet<String>();
        for (int i = 0; i < Words.COUNT; i++) {
            String word = Words.word(i);
            assertTrue(word.matches("[b-df-hj-np-tv-z][aeio][b-df-hj-np-tv-z][aeio][b-z]"), word);
            assertTrue(beginnings.add(word.substring(0, 3)), word);
            assertEquals(OptionalInt.of(i), number(word));
        }
    }

    /// So that what is told of a mistyped letter holds for all words.
    @Test
    void noSingleLetterMakesAnotherWord() {
        for (int i = 0; i < Words.COUNT; i++) {
            for (int letter = 0; letter < 5; letter++) {
                for (char typed = 'a'; typed <= 'z'; typed++) {
                    var wrong = new StringBuilder(Words.word(i));
                    wrong.setCharAt(letter, typed);
                    assertTrue(
                            number(wrong.toString()).isEmpty()
                                    || wrong.toString().equals(Words.word(i)),
                            wrong.toString());
                }
            }
        }
    }

    @Test
    void bytesThatAreNoLettersAreNoWord() {
        assertInstanceOf(Read.NoWord.class, read("\u00e4\u00f6\u00fc bodem"));
    }

    private static OptionalInt number(String word) {
        return Words.number(word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
    }

    private static Read read(List<String> words) {
        return read(String.join(" ", words));
    }

    private static Read read(String text) {
        try (var typed = SecretBytes.take(text.getBytes(StandardCharsets.UTF_8))) {
            return ShareWords.read(typed);
        }
    }
}
