package org.franklin.box.health;

import java.util.Optional;

/// The continuous tests of a random source, over all its bytes in their order: the repetition count
/// and adaptive proportion tests of SP 800-90B 4.4.1 and 4.4.2, for 8 bits of entropy in a byte,
/// and the comparison of each 16 bytes with the 16 before (FIPS 140-2, 4.9.2).
///
/// A sound source fails one of the first two with a chance of 2^-64 at each byte or window: a box
/// that draws a gigabyte a second would wait 500 years for a false alarm.
final class SourceTests {

    /// So many equal bytes in a row fail: 1 + 64 / 8.
    static final int MOST_IN_A_ROW = 9;

    static final int WINDOW = 512;

    /// So many bytes of a window that equal its first one fail: 1 + the critical value of the
    /// binomial distribution of 512 draws with a chance of 2^-8, at 1 - 2^-64.
    static final int MOST_IN_A_WINDOW = 26;

    static final int BLOCK = 16;

    private int last = -1;
    private int inARow;
    private final AdaptiveProportion proportion = new AdaptiveProportion(WINDOW, MOST_IN_A_WINDOW);
    private final EqualBlocks blocks = new EqualBlocks(BLOCK);

    /// The name of the test that these next bytes fail, or nothing.
    synchronized Optional<String> failure(byte[] drawn) {
        for (byte each : drawn) {
            if (repeats(each)) {
                return Optional.of("repetition count");
            }
            if (proportion.prevails(each)) {
                return Optional.of("adaptive proportion");
            }
            if (blocks.completes(each)) {
                return Optional.of("two equal blocks");
            }
        }
        return Optional.empty();
    }

    private boolean repeats(byte drawn) {
        inARow = drawn == last ? inARow + 1 : 1;
        last = drawn;
        return inARow >= MOST_IN_A_ROW;
    }

    /// Forgets the last bytes: they may be somebody's key.
    synchronized void wipe() {
        blocks.wipe();
    }
}
