package org.franklin.box.health;

import java.util.Arrays;

/// The comparison of each block of a random source with the block before (FIPS 140-2, 4.9.2).
final class EqualBlocks {

    private final byte[] before;
    private final byte[] block;
    private int inBlock;
    private boolean isFirstBlock = true;

    /// `length` is that of a block, in bytes.
    EqualBlocks(int length) {
        this.before = new byte[length];
        this.block = new byte[length];
    }

    /// Whether this byte completes a block that equals the one before.
    boolean completes(byte drawn) {
        block[inBlock] = drawn;
        inBlock = (inBlock + 1) % block.length;
        if (inBlock > 0) {
            return false;
        }
        boolean same = !isFirstBlock && Arrays.equals(block, before);
        isFirstBlock = false;
        System.arraycopy(block, 0, before, 0, block.length);
        return same;
    }

    /// Forgets the last bytes: they may be somebody's key.
    void wipe() {
        Arrays.fill(before, (byte) 0);
        Arrays.fill(block, (byte) 0);
    }
}
