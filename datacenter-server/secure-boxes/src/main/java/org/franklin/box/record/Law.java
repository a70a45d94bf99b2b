package org.franklin.box.record;

import org.franklin.model.canonical.Hash;

import java.time.Instant;

/// What records of one kind make of a step: the evidence is checked, then what the record is about.
/// Pure, but for the random part of signatures. `S` is a step with its evidence.
public interface Law<R, S> {

    /// Asked only about the record that the box wrote last.
    Decision<R> decide(R current, S step, Instant now);

    /// A step that only uses a counter up, for a ceremony with this hash.
    Decision.Take<R> renew(R current, Hash ceremony);
}
