package org.franklin.datacenter.function.funds;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Refill;

import java.util.UUID;

/// Moves money from a payment method to a meter, once for each id that the app draws: payment,
/// credit and debit of the master account, voucher, registers. What a crash interrupts, the next
/// refill or the same one finishes.
public final class RefillMeter {

    /// What the mailer may learn. All but `Refilled` and `Pending` say that no money moved.
    public sealed interface Result {

        /// The canonical bytes of the [org.franklin.model.meter.MeterReply.Refilled], the same for
        /// ever.
        record Refilled(Bytes reply) implements Result {}

        record Declined() implements Result {}

        /// The id stands for another amount or meter.
        record Conflict() implements Result {}

        record NotYours() implements Result {}

        record Locked() implements Result {}

        /// Money may have moved or is on its way: send the same refill again.
        record Pending() implements Result {}
    }

    /// What is known of an earlier refill.
    public sealed interface Known {

        record Refilled(Bytes reply) implements Known {}

        /// No payment was taken under this id, so far.
        record Unknown() implements Known {}

        record NotYours() implements Known {}

        /// The payment was taken and is on its way to the meter, or it is not known: ask again.
        record Pending() implements Known {}
    }

    public Result refill(Session session, SerialNumber meter, Refill asked) {
        return new Result.Pending();
    }

    public Known find(Session session, SerialNumber meter, UUID id) {
        return new Known.Pending();
    }
}
