package org.franklin.box.health;

/// The adaptive proportion test (SP 800-90B 4.4.2): how often a window's first byte comes in it.
final class AdaptiveProportion {

    private final int window;
    private final int most;
    private int windowsFirst;
    private int inWindow;
    private int seenOfWindow;

    /// So many as `most` in a `window`, both in bytes, fail.
    AdaptiveProportion(int window, int most) {
        this.window = window;
        this.most = most;
    }

    /// Whether this byte is one too many of its kind.
    boolean prevails(byte drawn) {
        if (seenOfWindow == 0) {
            windowsFirst = drawn;
            inWindow = 0;
        }
        seenOfWindow = (seenOfWindow + 1) % window;
        if (drawn == windowsFirst) {
            inWindow++;
        }
        return inWindow >= most;
    }
}
