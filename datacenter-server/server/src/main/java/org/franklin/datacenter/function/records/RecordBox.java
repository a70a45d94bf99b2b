package org.franklin.datacenter.function.records;

import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

/// A box that takes chained records of one kind from step to step, whichever box it is. `K` names
/// the records' owners, `S` is the evidence that allows a step.
public interface RecordBox<K, S> {

    /// `confirmation` answers an earlier [StepAnswer.Stale], else it is 0.
    StepAnswer step(Bytes record, long confirmation, S step);

    /// Shows the record as [#step] does, and asks for nothing.
    StepAnswer show(Bytes record, long confirmation);

    /// Whether a record says that it is this owner's.
    boolean isOf(K owner, Bytes record);

    Standing look(Bytes record);

    /// Asks the box's archive for the step that took the place of a request, whatever was asked
    /// there.
    Archived find(K owner, RequestKey request);

    /// As the box names the owner in its own audit chain.
    String subject(K owner);
}
