package org.franklin.datacenter.function.postage;

import org.franklin.box.BoxUnreachable;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;

/// What came of an earlier request of a device, and the meter's statement.
public final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    /// A statement stops behind this many bytes of replies, so that batches of 1,000 fit memory.
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int PAGE = 20;

    /// What is known of a request.
    public sealed interface Result {

        /// The canonical bytes of the [org.franklin.model.meter.MeterReply].
        record Found(Bytes reply) implements Result {}

        /// Nothing was charged under this number, so far.
        record Unknown() implements Result {}

        record NotYours() implements Result {}

        /// Not known now: ask again.
        record Pending() implements Result {}
    }

    /// A piece of the meter's history.
    public sealed interface StatementResult {

        record Listed(Statement statement) implements StatementResult {}

        record NotYours() implements StatementResult {}

        /// A box or the database is out of service.
        record Unavailable() implements StatementResult {}
    }

    private final Stores stores;
    private final Meters meters;

    public Outcomes(Stores stores, Meters meters) {
        this.stores = stores;
        this.meters = meters;
    }

    public Result outcome(Session session, SerialNumber meter, DeviceId device, long sequence) {
        if (!session.owns(meter)) {
            return new Result.NotYours();
        }
        try {
            var place = new RequestKey(device.number(), sequence, Hash.NONE);
            return switch (meters.fate(meter, place)) {
                case Meters.Fate.Answered(var step) -> new Result.Found(step.reply());
                case Meters.Fate.Open _, Meters.Fate.Locked _ -> new Result.Unknown();
                case Meters.Fate.InDoubt _ -> new Result.Pending();
            };
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no outcome without boxes and database");
            return new Result.Pending();
        }
    }

    /// The replies from counter `from` on, at most `most` and never more than [Statement#MOST], nor
    /// many more bytes than two million: ask on from where they end.
    public StatementResult statement(Session session, SerialNumber meter, long from, int most) {
        if (!session.owns(meter)) {
            return new StatementResult.NotYours();
        }
        try {
            return switch (meters.look(meter)) {
                case Meters.Seen.Sound _, Meters.Seen.Locked _ ->
                        new StatementResult.Listed(
                                list(meter, from, Math.clamp(most, 1, Statement.MOST)));
                case Meters.Seen.Unseen _ -> new StatementResult.Unavailable();
            };
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no statement without boxes and database");
            return new StatementResult.Unavailable();
        }
    }

    private Statement list(SerialNumber meter, long from, int most) {
        var replies = new ArrayList<Bytes>();
        long next = from;
        long bytes = 0;
        while (replies.size() < most && bytes < MOST_BYTES) {
            long start = next;
            int page = Math.min(PAGE, most - replies.size());
            var steps =
                    stores.database()
                            .read(in -> stores.meters().records().steps(in, meter, start, page));
            for (StoredStep step : steps) {
                replies.add(step.reply());
                bytes += step.reply().length();
                next = step.counter() + 1;
            }
            if (steps.size() < page) {
                break;
            }
        }
        return new Statement(meter, replies);
    }
}
