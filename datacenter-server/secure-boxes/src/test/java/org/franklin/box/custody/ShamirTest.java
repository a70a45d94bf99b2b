package org.franklin.box.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class ShamirTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void anyEnoughPartsGiveTheSecretAndAnyFewerDoNot() {
        for (int parts = 2; parts <= 6; parts++) {
            for (int needed = 2; needed <= parts; needed++) {
                var secret = SecretBytes.random(32, RANDOM);
                var all = Shamir.split(secret, needed, parts, RANDOM);
                for (int chosen = 1; chosen < 1 << parts; chosen++) {
                    var some = chosen(all, chosen);
                    if (some.size() >= needed) {
                        assertEquals(secret, Shamir.join(some), needed + " of " + parts);
                    } else {
                        assertNotEquals(secret, Shamir.join(some), needed + " of " + parts);
                    }
                }
            }
        }
    }

    /// Our own arithmetic, slow and plain, reads what the provider wrote: its field is that of AES.
    @Test
    void isPolynomialsOverTheFieldOfAes() {
        var secret = SecretBytes.random(32, RANDOM);
        var parts = Shamir.split(secret, 3, 5, RANDOM);
        int[] at = {2, 3, 5};

        byte[] joined = new byte[32];
        for (int i : at) {
            int weight = 1;
            for (int j : at) {
                if (i != j) {
                    weight = times(weight, times(j, inverse(i ^ j)));
                }
            }
            byte[] part = parts.get(i - 1).use(byte[]::clone);
            for (int k = 0; k < joined.length; k++) {
                joined[k] ^= (byte) times(weight, part[k] & 0xff);
            }
        }

        assertEquals(secret, SecretBytes.take(joined));
    }

    /// FIPS 197, 4.2: {57} times {83} is {c1}.
    @Test
    void multipliesAsTheStandardDoes() {
        assertEquals(0xc1, times(0x57, 0x83));
        assertEquals(1, times(0x53, inverse(0x53)));
    }

    @Test
    void drawsNewPartsEachTime() {
        var secret = SecretBytes.random(32, RANDOM);
        assertNotEquals(
                Shamir.split(secret, 2, 2, RANDOM).getFirst(),
                Shamir.split(secret, 2, 2, RANDOM).getFirst());
    }

    /// One part of two, over many splits of one secret, takes every value: it tells nothing.
    @Test
    void onePartTellsNothing() {
        var secret = SecretBytes.take(Bytes.ofHex("00".repeat(32)).toArray());
        var seen = new boolean[256];
        for (int i = 0; i < 200; i++) {
            for (byte each : Shamir.split(secret, 2, 2, RANDOM).getFirst().use(byte[]::clone)) {
                seen[each & 0xff] = true;
            }
        }
        assertEquals(256, IntStream.range(0, 256).filter(value -> seen[value]).count());
    }

    private static List<Shamir.Part> chosen(List<SecretBytes> all, int chosen) {
        var some = new ArrayList<Shamir.Part>();
        for (int i = 0; i < all.size(); i++) {
            if ((chosen >> i & 1) == 1) {
                some.add(new Shamir.Part(i + 1, all.get(i)));
            }
        }
        return some;
    }

    private static int times(int one, int other) {
        int product = 0;
        int shifted = one;
        for (int bit = 0; bit < 8; bit++) {
            product ^= (other >> bit & 1) * shifted;
            shifted <<= 1;
            shifted ^= shifted > 0xff ? 0x11b : 0;
        }
        return product;
    }

    private static int inverse(int number) {
        return IntStream.range(1, 256)
                .filter(candidate -> times(number, candidate) == 1)
                .findFirst()
                .orElseThrow();
    }
}
