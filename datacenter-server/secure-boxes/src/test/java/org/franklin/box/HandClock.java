package org.franklin.box;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that goes on only by hand.
public final class HandClock implements InstantSource {

    private Instant now;

    public HandClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void goOn(Duration by) {
        now = now.plus(by);
    }
}
