package org.franklin.datacenter.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Goes a little with each action, and jumps.
final class SimulatedClock implements InstantSource {

    private Instant now;
    private Duration passed = Duration.ZERO;

    SimulatedClock(Instant begin) {
        now = begin;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
        passed = passed.plus(time);
    }

    void jump(Duration offset) {
        now = now.plus(offset);
    }

    /// Without the jumps.
    Duration passed() {
        return passed;
    }
}
