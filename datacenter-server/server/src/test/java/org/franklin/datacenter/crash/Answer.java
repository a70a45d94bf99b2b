package org.franklin.datacenter.crash;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Keys;

/// What a data center answers to a [Question].
sealed interface Answer {

    record Published(Keys keys) implements Answer {}

    record Joined(Enrolled enrolled) implements Answer {}

    /// The canonical reply of a meter.
    record Replied(Bytes reply) implements Answer {}

    record NameTaken() implements Answer {}

    record NoFunds() implements Answer {}

    /// Not known now: ask the same again.
    record Pending() implements Answer {}

    /// What no honest client of these tests should hear.
    record Refused(String why) implements Answer {}

    /// Whether asking again must bring these very bytes.
    default boolean isForEver() {
        return this instanceof Joined || this instanceof Replied;
    }
}
