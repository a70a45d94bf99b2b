package org.franklin.box;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.time.Instant;

/// How a box answers a step of a chained record (protocol 2.4). Each is expected; a fault of the
/// program itself is an exception.
public sealed interface StepAnswer {

    /// The step is taken, now or by this very request before: store `record` and `reply`, then
    /// answer. `counter` is that of the record.
    record Done(long counter, Bytes record, RequestKey request, Bytes reply, Instant time)
            implements StepAnswer {}

    /// The database lacks the last step, as after a crash: store it, then ask again. Nothing new
    /// was done.
    record Redo(long counter, Bytes record, RequestKey request, Bytes reply, Instant time)
            implements StepAnswer {}

    /// The request was answered by an earlier step: its reply lies in the database, else in the
    /// box's archive. Nothing new was done.
    record IssuedEarlier(RequestKey request) implements StepAnswer {}

    /// The record is older than the last two: read it again under the database's lock and ask again
    /// with this confirmation. `counter` is the one that the box knows.
    record Stale(long counter, long confirmation) implements StepAnswer {}

    /// The record cannot be what the box wrote last. The box changed nothing; the function server
    /// raises the alarm.
    record Tampered(Evidence evidence) implements StepAnswer {}

    /// The record's owner is locked since such evidence was confirmed.
    record Locked(Evidence evidence) implements StepAnswer {}

    /// The box serves nobody until its keepers have looked at it.
    record OutOfService(String reason) implements StepAnswer {}

    /// An honest no; nothing was done and the request's number stays open.
    record Refused(Refusal refusal) implements StepAnswer {}

    /// The record is the one that the box wrote last, and nothing was asked of it.
    record Current() implements StepAnswer {}

    enum Evidence {
        /// The record was changed, or is of another meter or installation.
        BAD_MAC,
        /// The record is old, and was so again when it was read under the lock.
        ROLLED_BACK,
        /// Two different records carry the same counter and good MACs.
        FORKED,
        /// No fraud: the box cannot read back what it wrote of this one.
        DAMAGED
    }
}
