package org.franklin.datacenter.function.keys;

import org.franklin.model.wire.Keys;

/// The certificates of all boxes and meters, for verifiers and new apps.
public final class PublishedKeys {

    /// The keys, where the database can be read.
    public sealed interface Result {

        record Published(Keys keys) implements Result {}

        /// The database is out of service.
        record Unavailable() implements Result {}
    }

    public Result keys() {
        return new Result.Unavailable();
    }
}
