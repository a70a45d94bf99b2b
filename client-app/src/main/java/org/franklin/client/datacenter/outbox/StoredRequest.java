package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Dispense;

import java.time.Instant;
import java.util.List;

/// One attempt to be charged, as it is stored. `sendings` holds the signed request and, once it was
/// given up, behind it the signed cancel of its number; the last is what goes out next. `sends`
/// counts how often something was, or was about to be, sent.
public record StoredRequest(
        long attempt,
        DraftId draft,
        List<DeviceSigned> sendings,
        RequestState state,
        int sends,
        Instant since) {

    public StoredRequest {
        sendings = List.copyOf(sendings);
    }

    public Dispense asked() {
        return (Dispense) sendings.getFirst().decode().orThrow();
    }

    public Place place() {
        return Place.of(asked());
    }

    public DeviceSigned next() {
        return sendings.getLast();
    }

    public boolean isGivenUp() {
        return next().decode().orThrow() instanceof MeterRequest.Cancel;
    }

    public boolean isOpen() {
        return state == RequestState.RESERVED || state == RequestState.SENT;
    }
}
