package org.franklin.datacenter.simulation;

import org.franklin.box.Refusal;
import org.franklin.model.canonical.Bytes;

/// What a client hears, as `DispensePostage` tells it.
sealed interface Answer {

    record Answered(Bytes reply) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}

    record Locked() implements Answer {}

    record Pending() implements Answer {}
}
