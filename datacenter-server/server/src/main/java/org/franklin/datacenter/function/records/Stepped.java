package org.franklin.datacenter.function.records;

import org.franklin.box.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

/// What became of a step, after box and database agree again.
public sealed interface Stepped {

    /// The place of the step is taken, now or before, by `request`, perhaps another than was asked
    /// now. Its reply is the same for ever.
    record Taken(RequestKey request, Bytes reply) implements Stepped {}

    /// Nothing was done.
    record Refused(Refusal refusal) implements Stepped {}

    /// The record was tampered with, and nothing was done now.
    record Locked() implements Stepped {}

    /// Whether the step was taken is not known here: ask again.
    record Pending() implements Stepped {}

    /// The database has no such record.
    record Unknown() implements Stepped {}
}
