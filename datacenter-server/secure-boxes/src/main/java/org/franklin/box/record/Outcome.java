package org.franklin.box.record;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.model.meter.RequestKey;

/// The rows of the decision table (protocol 2.4, and ruling 3), by name.
public sealed interface Outcome {

    /// The box serves nobody.
    record OutOfService(String reason) implements Outcome {}

    /// The record was changed, or is of another box or installation. Nothing else is looked at.
    record TamperedMac() implements Outcome {}

    /// The subject was latched before.
    record Latched(Evidence evidence) implements Outcome {}

    /// One step behind: a crash between the stores, or a replay by one step, which is harmless. The
    /// last step is given again.
    record Redo() implements Outcome {}

    /// More than one step behind, seen for the first time; `known` is the box's counter.
    record Stale(long known, long confirmation) implements Outcome {}

    /// More than one step behind, and seen again under the database's lock: latched.
    record RolledBack() implements Outcome {}

    /// Another record with a good MAC at a counter that the box knows: another holder of the key
    /// signed it. The whole box stops.
    record Forked() implements Outcome {}

    /// The box's own record, or its own receipt, is ahead of it: the box has lost its memory, and
    /// stops.
    record BoxBehind(long shown) implements Outcome {}

    /// The record is the last one, and nothing was asked.
    record Current() implements Outcome {}

    /// The last step answered this request: its bytes are given again, and nothing is done.
    record Retried(RequestKey request) implements Outcome {}

    /// An earlier step answered this request, and another came since: its bytes lie in the
    /// database, else in the archive.
    record IssuedEarlier(RequestKey request) implements Outcome {}

    /// Another request took this number.
    record Conflict() implements Outcome {}

    /// A number was left out: refused, and noted, but no reason to latch anything.
    record SequenceGap(long expected) implements Outcome {}

    /// An honest no, or evidence that does not hold. The number stays open.
    record Refused(Refusal refusal) implements Outcome {}

    /// The step is taken, once it is durable.
    record Taken(Advance step) implements Outcome {}
}
