package org.franklin.datacenter.drill.ground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that whoever runs the machine may set: the true one, moved.
public final class DrillClock extends Clock {

    private final Clock truth;
    private volatile Duration moved = Duration.ZERO;

    public DrillClock(Clock truth) {
        this.truth = truth;
    }

    /// From now on this far ahead of the truth, or behind it.
    public void move(Duration by) {
        moved = by;
    }

    @Override
    public Instant instant() {
        return truth.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return truth.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a data center asks its clock in one zone");
    }
}
