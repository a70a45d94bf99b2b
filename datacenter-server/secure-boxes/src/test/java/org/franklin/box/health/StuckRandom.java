package org.franklin.box.health;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Arrays;

/// A source that works until it is stuck, and gives one byte again and again until it is mended.
public final class StuckRandom extends SecureRandom {

    @Serial private static final long serialVersionUID = 1;

    private final transient SecureRandom sound = new SecureRandom();
    private volatile boolean stuck;

    public void stick() {
        stuck = true;
    }

    public void mend() {
        stuck = false;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        sound.nextBytes(bytes);
        if (stuck) {
            Arrays.fill(bytes, (byte) 0x5a);
        }
    }
}
