package org.franklin.box;

import org.franklin.model.canonical.Bytes;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All the ways to change bytes that the tests try.
public final class Damage {

    private Damage() {}

    /// The bytes with one bit changed, for each byte, then one byte short, and one byte long.
    public static Stream<Bytes> of(Bytes whole) {
        return Stream.concat(
                IntStream.range(0, whole.length()).mapToObj(i -> flipped(whole, i)),
                Stream.of(whole.slice(0, whole.length() - 1), whole.plus(Bytes.of(new byte[1]))));
    }

    private static Bytes flipped(Bytes whole, int index) {
        byte[] changed = whole.toArray();
        changed[index] ^= (byte) (1 << index % 8);
        return Bytes.of(changed);
    }
}
