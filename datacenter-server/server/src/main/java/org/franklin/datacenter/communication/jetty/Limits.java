package org.franklin.datacenter.communication.jetty;

import java.time.Duration;

/// How much of the data center strangers may use.
///
/// `connections` are open at once, over all sockets; `concurrent` requests are served at once and
/// as many may wait, the others are told at once to ask the same again; `perSecond` is the rate of
/// requests that one client address may keep up. `slowest` is the time that a client has for its
/// TLS handshake, for its headers and for its body, each; `idle` the time after which a silent
/// connection is closed.
public record Limits(
        int connections, int concurrent, int perSecond, Duration slowest, Duration idle) {

    public static final Limits USUAL =
            new Limits(2_000, 256, 1_000, Duration.ofSeconds(10), Duration.ofSeconds(60));

    /// Lines of a request and their headers, in bytes.
    static final int HEADER_BYTES = 8 * 1024;

    /// When to ask again, in an answer that says that the data center cannot serve now.
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /// Client addresses whose rate is remembered.
    static final int CLIENTS = 10_000;

    public Limits {
        if (connections < 1 || concurrent < 1 || perSecond < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
        if (!slowest.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("a time limit is longer than nothing");
        }
    }
}
