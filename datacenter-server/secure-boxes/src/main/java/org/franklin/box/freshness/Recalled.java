package org.franklin.box.freshness;

/// What a box finds of an earlier step when it reads its memory back.
public sealed interface Recalled {

    record Found(Advance step) implements Recalled {}

    /// There never was such a step.
    record Nothing() implements Recalled {}

    /// The step was taken, and what was written of it can no longer be read: the subject is locked
    /// since, until its keepers have healed it; all others are served (protocol 2.6, C22).
    record Damaged() implements Recalled {}
}
