package org.franklin.model;

import org.franklin.model.canonical.Bytes;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/// Bytes as strangers may send them.
public final class Damage {

    private static final int LONGEST_GARBAGE = 300;

    private static final int[] LENGTHS = {
        -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 24, 1 << 16, 256, 1, 0
    };

    private Damage() {}

    /// What a broken disk or an enemy makes of good bytes, drawn from a generator; sometimes with a
    /// part of others, and now and then it is nothing.
    public static Bytes any(RandomGenerator random, Bytes whole, Bytes other) {
        int from = random.nextInt(whole.length() + 1);
        int to = random.nextInt(from, whole.length() + 1);
        var head = whole.slice(0, from);
        return switch (random.nextInt(9)) {
            case 0 -> garbage(random);
            case 1, 2 -> flipped(random, whole);
            case 3 -> head;
            case 4 -> whole.plus(garbage(random));
            case 5 -> blownUp(random, whole);
            case 6 -> head.plus(other.slice(random.nextInt(other.length() + 1), other.length()));
            case 7 -> head.plus(whole.slice(to, whole.length()));
            default -> whole.slice(0, to).plus(whole.slice(from, whole.length()));
        };
    }

    private static Bytes garbage(RandomGenerator random) {
        byte[] bytes = new byte[random.nextInt(LONGEST_GARBAGE)];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private static Bytes flipped(RandomGenerator random, Bytes whole) {
        Bytes changed = whole;
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            changed = flipped(changed, random.nextInt(whole.length()), random.nextInt(Byte.SIZE));
        }
        return changed;
    }

    /// Four bytes, somewhere, become a number that is hardly a length there.
    private static Bytes blownUp(RandomGenerator random, Bytes whole) {
        int number = LENGTHS[random.nextInt(LENGTHS.length)];
        var field = Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
        int from = random.nextInt(Math.max(1, whole.length() - Integer.BYTES));
        int to = Math.min(whole.length(), from + Integer.BYTES);
        return whole.slice(0, from).plus(field).plus(whole.slice(to, whole.length()));
    }

    private static Bytes flipped(Bytes whole, int index, int bit) {
        byte[] changed = whole.toArray();
        changed[index] ^= (byte) (1 << bit);
        return Bytes.of(changed);
    }
}
