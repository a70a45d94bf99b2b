package org.franklin.datacenter.simulation;

import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;

/// All that is left to chance in a run, from its seed.
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    long number() {
        return random.nextLong();
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// A box's random source, which is none: the run decides what the box draws.
    SecureRandom forBox() {
        var own = random.split();
        return new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                own.nextBytes(bytes);
            }
        };
    }
}
