package org.franklin.client.compose;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.model.meter.SerialNumber;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Where a piece is made: at which meter, by which clock and calendar, and with which source of
/// random ids.
public record Workplace(SerialNumber meter, Clock clock, RandomGenerator random) {

    UUID drawId() {
        return DraftId.draw(random).uuid();
    }
}
