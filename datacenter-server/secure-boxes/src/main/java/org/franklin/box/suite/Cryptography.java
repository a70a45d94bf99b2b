package org.franklin.box.suite;

import java.util.List;

/// What keys are drawn for at `init`: the suite, and whether the meter box has one set of master
/// keys for its records and its token keys. The patent allows that of its own suite, and prefers
/// two.
public record Cryptography(Suite suite, boolean oneKeySet) {

    public Cryptography {
        if (oneKeySet && !suite.allowsOneKeySet()) {
            throw new IllegalArgumentException("this suite has two sets of master keys");
        }
    }

    /// The usual one: two sets.
    public static Cryptography of(Suite suite) {
        return new Cryptography(suite, false);
    }

    /// What is given up with it, for whoever makes the installation; mostly nothing.
    public List<String> warning() {
        return oneKeySet
                ? List.of(
                        "WARNING: One set of master keys serves for meter records and for token"
                                + " keys. Whoever has it has both: the steel box, which wraps token"
                                + " keys, could sign meter records as well, and one key that gets"
                                + " out opens all. It cannot be changed later. Two sets keep these"
                                + " apart: leave out --one-key-set.")
                : List.of();
    }
}
