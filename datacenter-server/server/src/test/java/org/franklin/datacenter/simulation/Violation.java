package org.franklin.datacenter.simulation;

/// A promise was broken. The message says which.
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String message) {
        super(message);
    }

    static void unless(boolean holds, String promise) {
        if (!holds) {
            throw new Violation(promise);
        }
    }
}
