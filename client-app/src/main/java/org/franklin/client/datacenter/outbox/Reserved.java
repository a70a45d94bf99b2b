package org.franklin.client.datacenter.outbox;

/// What came of storing a request before its first sending.
public sealed interface Reserved {

    record Fresh(StoredRequest request) implements Reserved {}

    /// The draft is open or paid already: a second click.
    record Known(Standing standing) implements Reserved {}

    /// An earlier request of the device has no outcome yet.
    record Blocked(StoredRequest earlier) implements Reserved {}
}
