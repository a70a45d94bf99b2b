package org.franklin.box.record;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;

/// What a ruling does to the freshness log, durably, before its outcome leaves the box.
public sealed interface Effect {

    /// By compare-and-swap: where another step came first, the ruling never was.
    record Commit(Advance step) implements Effect {}

    record Latch(String subject, Evidence evidence) implements Effect {}

    record Stop(String reason) implements Effect {}

    record Note(BoxEvent.Kind kind, String subject, String detail) implements Effect {}
}
