package org.franklin.box.record;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/// The numbers by which a box knows a second look at an old record from a first one.
///
/// At most one is open for a subject, and each counts once.
public final class Confirmations {

    private final RandomGenerator random;
    private final ConcurrentMap<String, Long> open = new ConcurrentHashMap<>();

    public Confirmations(RandomGenerator random) {
        this.random = random;
    }

    long open(String subject) {
        return open.computeIfAbsent(subject, _ -> random.nextLong(1, Long.MAX_VALUE));
    }

    /// Whether this number was given for the subject; it is used up by the question.
    boolean isOpen(String subject, long number) {
        return number != 0 && open.remove(subject, number);
    }
}
