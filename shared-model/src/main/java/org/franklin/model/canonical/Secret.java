package org.franklin.model.canonical;

import java.util.function.Function;

/// Secret bytes in a record's canonical form, where they stand as [Bytes] do: behind their length.
///
/// A class that keeps such bytes lends them to be written, and has a static method `take(byte[]
/// content)` that makes one of what was read, and wipes the array. Every array of this package that
/// held a secret is wiped, but for the one that [Canonical#encode] returns and the one that is
/// decoded: those are the caller's to wipe.
public interface Secret {

    /// Lends a copy, which is wiped when `user` returns or throws.
    <R> R use(Function<byte[], R> user);
}
