package org.franklin.box.meter;

import org.franklin.box.Refusal;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SignedReceipt;

import java.util.function.Function;

/// What a step would make of a current record, before anything is signed or journalled.
sealed interface Decision {

    /// The next record, and the reply that goes with its receipt.
    record Take(MeterRecord next, RequestKey request, Function<SignedReceipt, MeterReply> reply)
            implements Decision {}

    /// The request was answered by a step before.
    record Again(RequestKey request) implements Decision {}

    record No(Refusal refusal) implements Decision {}
}
