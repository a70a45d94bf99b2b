package org.franklin.client.datacenter.connection;

import java.time.Duration;

/// How long one call may take: to connect, and from its begin to the last byte of the answer.
public record Timeouts(Duration connect, Duration call) {

    public static final Timeouts USUAL =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

    public Timeouts {
        if (!connect.isPositive() || connect.compareTo(call) > 0) {
            throw new IllegalArgumentException("connecting is a part of the call");
        }
    }
}
