package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A share as 40 words of 10 bits: version (1 byte), seal (4), issue (4), custodian, needed,
/// custodians (1 each), value (32), and the first 6 bytes of the SHA-256 of all that.
public final class ShareWords {

    public static final int COUNT = 40;

    private static final byte VERSION = 1;
    private static final int BITS = 10;
    private static final int CHECKED = 44;
    private static final int CHECK = 6;

    /// What came of reading words.
    public sealed interface Read {

        record Genuine(Share share) implements Read {}

        /// `position` counts from 1.
        record NoWord(int position) implements Read {}

        record WrongCount(int count) implements Read {}

        /// All are words, and together they are no share: one was taken for another, or two have
        /// changed places.
        record ChecksumFails() implements Read {}

        /// A share of a form that this program does not know.
        record UnknownForm() implements Read {}
    }

    private ShareWords() {}

    public static List<String> of(Share share) {
        byte[] plain = new byte[CHECKED + CHECK];
        try {
            var out = ByteBuffer.wrap(plain);
            out.put(VERSION).put(share.seal().toArray()).putInt(share.issue());
            out.put((byte) share.custodian());
            out.put((byte) share.needed()).put((byte) share.custodians());
            share.value().use(out::put);
            out.put(check(plain));
            var words = new ArrayList<String>();
            for (int i = 0; i < COUNT; i++) {
                words.add(Words.word(number(plain, i)));
            }
            return List.copyOf(words);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// Reads words in ASCII with white space between. Numbers, as those of printed lines, and lines
    /// that begin with `#` are passed over.
    public static Read read(SecretBytes text) {
        byte[] plain = new byte[CHECKED + CHECK];
        try {
            return text.use(typed -> read(typed, plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /// How many words there are.
    public static int count(SecretBytes text) {
        return text.use(typed -> {
            int words = 0;
            for (int at = next(typed, 0); at < typed.length; at = next(typed, end(typed, at))) {
                words++;
            }
            return words;
        });
    }

    private static Read read(byte[] typed, byte[] plain) {
        int words = 0;
        for (int at = next(typed, 0); at < typed.length; at = next(typed, end(typed, at))) {
            if (words < COUNT) {
                var number = Words.number(typed, at, end(typed, at));
                if (number.isEmpty()) {
                    return new Read.NoWord(words + 1);
                }
                put(plain, words, number.getAsInt());
            }
            words++;
        }
        return words == COUNT ? read(plain) : new Read.WrongCount(words);
    }

    /// Where the next word begins, at `from` or behind it.
    private static int next(byte[] typed, int from) {
        int at = from;
        while (at < typed.length) {
            if (isSpace(typed[at])) {
                at++;
            } else if (typed[at] == '#' && (at == 0 || typed[at - 1] == '\n')) {
                at = endOfLine(typed, at);
            } else if (isNumber(typed, at)) {
                at = end(typed, at);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int end(byte[] typed, int from) {
        int at = from;
        while (at < typed.length && !isSpace(typed[at])) {
            at++;
        }
        return at;
    }

    private static int endOfLine(byte[] typed, int from) {
        int at = from;
        while (at < typed.length && typed[at] != '\n') {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
    }

    /// Digits, with a dot behind them or without.
    private static boolean isNumber(byte[] typed, int from) {
        int end = end(typed, from);
        for (int at = from; at < end; at++) {
            boolean dot = typed[at] == '.' && at > from && at == end - 1;
            if ((typed[at] < '0' || typed[at] > '9') && !dot) {
                return false;
            }
        }
        return true;
    }

    private static Read read(byte[] plain) {
        if (!Arrays.equals(check(plain), Arrays.copyOfRange(plain, CHECKED, CHECKED + CHECK))) {
            return new Read.ChecksumFails();
        }
        var in = ByteBuffer.wrap(plain);
        if (in.get() != VERSION) {
            return new Read.UnknownForm();
        }
        byte[] seal = new byte[Share.SEAL_LENGTH];
        in.get(seal);
        int issue = in.getInt();
        int custodian = in.get();
        int needed = in.get();
        int custodians = in.get();
        byte[] value = new byte[Share.VALUE_LENGTH];
        in.get(value);
        try {
            return new Read.Genuine(
                    new Share(
                            Bytes.of(seal),
                            issue,
                            custodian,
                            needed,
                            custodians,
                            SecretBytes.take(value)));
        } catch (IllegalArgumentException _) {
            return new Read.UnknownForm();
        }
    }

    private static byte[] check(byte[] plain) {
        byte[] checked = Arrays.copyOf(plain, CHECKED);
        try {
            return Hash.of(checked).bytes().slice(0, CHECK).toArray();
        } finally {
            Arrays.fill(checked, (byte) 0);
        }
    }

    /// The 10 bits of one word, the highest first.
    private static int number(byte[] plain, int word) {
        int number = 0;
        for (int bit = word * BITS; bit < (word + 1) * BITS; bit++) {
            number = (number << 1) | ((plain[bit / Byte.SIZE] >> (7 - bit % Byte.SIZE)) & 1);
        }
        return number;
    }

    private static void put(byte[] plain, int word, int number) {
        for (int i = 0; i < BITS; i++) {
            int bit = word * BITS + i;
            int value = (number >> (BITS - 1 - i)) & 1;
            plain[bit / Byte.SIZE] |= (byte) (value << (7 - bit % Byte.SIZE));
        }
    }
}
