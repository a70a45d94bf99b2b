package org.franklin.box;

import java.util.function.Function;

/// Something with keys in it. Closing wipes them, as far as a runtime can; once more does nothing.
public interface Wipeable extends AutoCloseable {

    @Override
    void close();

    /// Uses one once, and wipes it.
    static <W extends Wipeable, R> R once(W secret, Function<W, R> user) {
        try (secret) {
            return user.apply(secret);
        }
    }
}
