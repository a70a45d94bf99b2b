package org.franklin.model.canonical;

import java.util.function.Function;

/// What came of reading bytes that a stranger sent.
public sealed interface Decoded<T> {

    record Valid<T>(T value) implements Decoded<T> {}

    /// Not in the form; the reason names the place and is fit to show.
    record Malformed<T>(String reason) implements Decoded<T> {}

    /// The value, where anything else would be a bug or a broken disk: bytes that this program
    /// wrote.
    default T orThrow() {
        return switch (this) {
            case Valid<T>(var value) -> value;
            case Malformed<T>(var reason) -> throw new IllegalStateException(reason);
        };
    }

    default <R> Decoded<R> then(Function<T, Decoded<R>> next) {
        return switch (this) {
            case Valid<T>(var value) -> next.apply(value);
            case Malformed<T>(var reason) -> new Malformed<>(reason);
        };
    }
}
