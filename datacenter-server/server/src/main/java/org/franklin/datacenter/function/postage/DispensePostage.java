package org.franklin.datacenter.function.postage;

import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;

/// Pays for mail, or gives a request's number up: steps 105 to 140 of the patent's Fig. 3, after
/// sign-on.
public final class DispensePostage {

    /// What the mailer may learn. It has no place for evidence of tampering, so none can leak.
    ///
    /// All but `Answered` and `Pending` say for certain that nothing was charged under this number
    /// and that it stays open.
    public sealed interface Result {

        /// The canonical bytes of the [org.franklin.model.meter.MeterReply], Issued or Voided, the
        /// same for ever.
        record Answered(Bytes reply) implements Result {}

        record Malformed(String reason) implements Result {}

        /// The meter is another mailer's, or nobody's.
        record NotYours() implements Result {}

        record DeviceNotEnrolled() implements Result {}

        record BadDeviceSignature() implements Result {}

        /// The device skipped numbers; `expected` is its next one.
        record SequenceGap(long expected) implements Result {}

        /// Another request took this number.
        record Conflict() implements Result {}

        /// Piece `piece`, counted from 1, was agreed at `agreed` and costs `now`: ask for a quote.
        record PriceChanged(int piece, Postage agreed, Postage now) implements Result {}

        record NotMailable(int piece, String sentence) implements Result {}

        record WrongDate(LocalDate earliest, LocalDate latest) implements Result {}

        record InsufficientFunds(Postage available) implements Result {}

        record Locked() implements Result {}

        /// Whether it was charged is not known: send the same bytes again.
        record Pending() implements Result {}
    }

    public Result dispense(Session session, SerialNumber meter, DeviceSigned signed) {
        return new Result.Pending();
    }
}
