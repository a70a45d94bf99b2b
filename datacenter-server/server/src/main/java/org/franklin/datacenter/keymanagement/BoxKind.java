package org.franklin.datacenter.keymanagement;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The boxes that serve mailers.
public enum BoxKind {
    AUTHENTICATION,
    TRANSACTION,
    METER,
    STEEL;

    /// As people write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BoxKind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
