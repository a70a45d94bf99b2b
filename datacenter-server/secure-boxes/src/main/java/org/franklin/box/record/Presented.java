package org.franklin.box.record;

import org.franklin.box.StepAnswer;
import org.franklin.model.canonical.Hash;

/// What a box makes of a record that the function server shows.
public sealed interface Presented<R> {

    /// It is the one that the box wrote last; `hash` is that of its signed bytes.
    record Current<R>(R record, Hash hash) implements Presented<R> {}

    /// It is not, and this is the answer.
    record Answered<R>(StepAnswer answer) implements Presented<R> {}
}
