package org.franklin.client.datacenter.outbox;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Refill;

import java.time.Instant;

/// One refill as it is stored. `reply` is empty until it is CHARGED, `why` until it is REFUSED.
public record StoredRefill(
        Refill refill,
        SerialNumber serial,
        RequestState state,
        int sends,
        Instant since,
        Bytes reply,
        String why) {

    public boolean isOpen() {
        return state == RequestState.RESERVED || state == RequestState.SENT;
    }
}
