package org.franklin.datacenter.function.postage;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.SerialNumber;

/// What came of an earlier request of a device, and the meter's statement.
public final class Outcomes {

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

        record Listed(org.franklin.model.wire.Statement statement) implements StatementResult {}

        record NotYours() implements StatementResult {}

        /// A box or the database is out of service.
        record Unavailable() implements StatementResult {}
    }

    public Result outcome(Session session, SerialNumber meter, DeviceId device, long sequence) {
        return new Result.Pending();
    }

    /// The replies from counter `from` on, at most `most` and never more than
    /// [org.franklin.model.wire.Statement#MOST].
    public StatementResult statement(Session session, SerialNumber meter, long from, int most) {
        return new StatementResult.Unavailable();
    }
}
