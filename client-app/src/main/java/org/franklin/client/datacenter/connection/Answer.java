package org.franklin.client.datacenter.connection;

import org.franklin.model.wire.Problem;

/// What came of one request to the data center. One call sends its request at most once.
///
/// @param <T> what the data center gives when it says yes
public sealed interface Answer<T> {

    record Ok<T>(T value) implements Answer<T> {}

    /// The data center said no, in a problem document.
    record Refused<T>(Problem problem) implements Answer<T> {}

    /// The request certainly did not reach the data center; `detail` is for the log.
    record NotSent<T>(Why why, String detail) implements Answer<T> {}

    /// At least a part was sent, and no answer came that can be read: the outcome is unknown.
    record Lost<T>(String reason) implements Answer<T> {}

    enum Why {
        /// The name does not resolve, or no route leads there.
        OFFLINE,
        /// Nobody accepts the connection.
        DOES_NOT_ANSWER,
        /// Somebody answers, without proof of being the pinned data center.
        NOT_TRUSTED
    }

    /// The same answer where it holds no value.
    default <R> Answer<R> withoutValue() {
        return switch (this) {
            case Ok<T> _ -> throw new IllegalStateException("this answer holds a value");
            case Refused<T>(var problem) -> new Refused<>(problem);
            case NotSent<T>(var why, var detail) -> new NotSent<>(why, detail);
            case Lost<T>(var reason) -> new Lost<>(reason);
        };
    }
}
