package org.franklin.datacenter.function.records;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Lets work for one owner go one after the other, and work for others beside it, mostly. A matter
/// of speed: the boxes are safe without.
public final class StripedLocks {

    private static final int STRIPES = 4_096;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

    public <T> T alone(Object owner, Supplier<T> work) {
        var lock = locks[Math.floorMod(owner.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
