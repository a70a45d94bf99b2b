package org.franklin.client.signon;

/// Whether somebody is at the computer.
public sealed interface Presence {

    /// Nobody is signed on.
    record Nobody() implements Presence {}

    record Here() implements Presence {}

    /// Nobody touched anything for long; the session ends in so many seconds.
    record Leaving(int seconds) implements Presence {}

    /// Nobody came back; the session is over.
    record TimedOut() implements Presence {}
}
