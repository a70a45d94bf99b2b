package org.franklin.datacenter.function.keys;

import org.franklin.box.certificate.Trust;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.wire.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.stream.Stream;

/// The certificates of all boxes and meters, for verifiers and new apps.
public final class PublishedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    /// The keys, where the database can be read.
    public sealed interface Result {

        record Published(Keys keys) implements Result {}

        /// The database is out of service.
        record Unavailable() implements Result {}
    }

    private final Trust boxes;
    private final Stores stores;

    public PublishedKeys(Trust boxes, Stores stores) {
        this.boxes = boxes;
        this.stores = stores;
    }

    public Result keys() {
        try {
            var meters = stores.database().read(stores.meters()::certificates);
            return new Result.Published(
                    new Keys(
                            boxes.root(),
                            Stream.concat(boxes.certificates().stream(), meters.stream()).toList(),
                            boxes.authenticationBox()));
        } catch (DatabaseFault e) {
            LOG.atError().setCause(e).log("no keys without the database");
            return new Result.Unavailable();
        }
    }
}
