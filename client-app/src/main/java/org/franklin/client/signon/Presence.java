package org.franklin.client.signon;

/// Whether somebody is at the computer.
public sealed interface Presence {

    record Here() implements Presence {}

    /// Nobody touched anything for long; the session ends in so many seconds.
    record Leaving(int seconds) implements Presence {}

    record Gone() implements Presence {}
}
