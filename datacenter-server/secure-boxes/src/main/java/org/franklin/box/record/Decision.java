package org.franklin.box.record;

import org.franklin.box.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

/// What a step would make of a current record, before anything is signed or journalled.
public sealed interface Decision<R> {

    /// The next record, not yet at its place, and the reply that goes with it.
    record Take<R>(R next, RequestKey request, Reply<R> reply) implements Decision<R> {}

    /// The place of the request was taken by a step before.
    record Again<R>(RequestKey request) implements Decision<R> {}

    record No<R>(Refusal refusal) implements Decision<R> {}

    /// The box itself has signed a later step than it remembers.
    record Behind<R>() implements Decision<R> {}

    /// Canonical reply bytes, once the next record is at its place and signed; `signed` is the hash
    /// of its signed form.
    interface Reply<R> {
        Bytes to(R placed, Hash signed);
    }
}
