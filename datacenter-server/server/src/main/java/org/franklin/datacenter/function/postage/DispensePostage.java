package org.franklin.datacenter.function.postage;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.Refusal;
import org.franklin.box.meter.MeterStep;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.LocalDate;
import java.util.Optional;

/// Does what a device signed: pays for mail, gives a request's number up, lets a device join or
/// removes one; steps 105 to 140 of the patent's Fig. 3, after sign-on.
public final class DispensePostage {

    private static final Logger LOG = LoggerFactory.getLogger(DispensePostage.class);

    /// What the mailer may learn. It has no place for evidence of tampering, so none can leak.
    ///
    /// All but `Answered` and `Pending` say for certain that nothing was charged under this number
    /// by this request.
    public sealed interface Result {

        /// The canonical bytes of the [MeterReply], the same for ever.
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

        record TooManyDevices() implements Result {}

        /// The device to be removed is not at this meter, or no longer.
        record NoSuchDevice() implements Result {}

        /// The device is the last one and would remove itself.
        record LastDevice() implements Result {}

        record Locked() implements Result {}

        /// Whether it was charged is not known: send the same bytes again.
        record Pending() implements Result {}
    }

    /// A request as it came, and its place in its device's sequence.
    private record Order(MeterRequest request, DeviceSigned signed, RequestKey key) {

        static Order of(MeterRequest request, DeviceSigned signed) {
            return new Order(request, signed, RequestKey.of(request, signed.hash()));
        }

        SerialNumber serial() {
            return request.serial();
        }

        MeterStep step() {
            return new MeterStep.Serve(signed);
        }
    }

    private final Meters meters;
    private final Tariff tariff;
    private final RenewCertificate renewal;

    public DispensePostage(Meters meters, Tariff tariff, RenewCertificate renewal) {
        this.meters = meters;
        this.tariff = tariff;
        this.renewal = renewal;
    }

    public Result dispense(Session session, SerialNumber meter, DeviceSigned signed) {
        if (!session.owns(meter)) {
            return new Result.NotYours();
        }
        return switch (signed.decode()) {
            case Decoded.Malformed<MeterRequest>(var reason) -> new Result.Malformed(reason);
            case Decoded.Valid<MeterRequest>(var request) ->
                    session.owns(request.serial())
                            ? answer(Order.of(request, signed))
                            : new Result.NotYours();
        };
    }

    /// A fault of the database, or a box that gives no answer, leaves open whether an earlier try
    /// of the same request was paid.
    private Result answer(Order order) {
        try {
            return objection(order.request())
                    .map(objection -> unlessServed(order, objection))
                    .orElseGet(() -> serve(order));
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError()
                    .addKeyValue("serial", order.serial().number())
                    .setCause(e)
                    .log("the outcome of a request is pending");
            return new Result.Pending();
        }
    }

    private Optional<Result> objection(MeterRequest request) {
        return switch (request) {
            case MeterRequest.Dispense dispense -> tariff.objection(dispense);
            case MeterRequest.Cancel _, MeterRequest.Enrol _, MeterRequest.Revoke _ ->
                    Optional.empty();
        };
    }

    /// The request may have been served before its date passed, its price changed, or its device
    /// was removed.
    private Result unlessServed(Order order, Result objection) {
        return switch (meters.fate(order.serial(), order.key())) {
            case Meters.Fate.Answered(var step) -> settled(order, step.request(), step.reply());
            case Meters.Fate.Open _ -> objection;
            case Meters.Fate.Locked _ -> new Result.Locked();
            case Meters.Fate.InDoubt _ -> new Result.Pending();
        };
    }

    private Result serve(Order order) {
        var stepped = take(order);
        if (stepped instanceof Stepped.Refused(Refusal.CertificateEnds(var lastDay))
                && isBehind(order.request(), lastDay)) {
            stepped =
                    switch (renewal.renew(order.serial())) {
                        case Stepped.Taken _ -> take(order);
                        case Stepped other -> other;
                    };
        }
        return result(order, stepped);
    }

    private Stepped take(Order order) {
        return meters.steps().take(order.serial(), order.step(), order.key());
    }

    private Result result(Order order, Stepped stepped) {
        return switch (stepped) {
            case Stepped.Taken(var taker, var reply) -> settled(order, taker, reply);
            // The device may have been removed after this very request was served.
            case Stepped.Refused(Refusal.DeviceNotEnrolled _) ->
                    unlessServed(order, new Result.DeviceNotEnrolled());
            case Stepped.Refused(var refusal) -> refused(refusal);
            case Stepped.Locked _ -> unlessServed(order, new Result.Locked());
            case Stepped.Pending _ -> new Result.Pending();
            case Stepped.Unknown _ -> new Result.NotYours();
        };
    }

    /// A number has one outcome. The request that took it gets it, a cancel gets it whatever it is,
    /// and a number that was given up is so for every request under it.
    private static Result settled(Order order, RequestKey taker, Bytes reply) {
        boolean its =
                taker.request().equals(order.key().request())
                        || order.request() instanceof MeterRequest.Cancel
                        || MeterReply.decode(reply)
                                instanceof Decoded.Valid<MeterReply>(MeterReply.Voided _);
        return its ? new Result.Answered(reply) : new Result.Conflict();
    }

    private static boolean isBehind(MeterRequest request, LocalDate lastDay) {
        return request instanceof MeterRequest.Dispense dispense
                && dispense.pieces().stream()
                        .anyMatch(priced -> priced.piece().mailingDate().isAfter(lastDay));
    }

    private static Result refused(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Malformed(var reason) -> new Result.Malformed(reason);
            case Refusal.DeviceNotEnrolled _ -> new Result.DeviceNotEnrolled();
            case Refusal.BadSignature _ -> new Result.BadDeviceSignature();
            case Refusal.SequenceGap(long expected) -> new Result.SequenceGap(expected);
            case Refusal.Conflict _ -> new Result.Conflict();
            case Refusal.InsufficientFunds(var available) ->
                    new Result.InsufficientFunds(available);
            case Refusal.WrongMailingDate(var earliest, var latest) ->
                    new Result.WrongDate(earliest, latest);
            // The date lies before the certificate: a meter does not pay for days before it was.
            case Refusal.CertificateEnds(var lastDay) -> new Result.WrongDate(lastDay, lastDay);
            case Refusal.TooManyDevices _ -> new Result.TooManyDevices();
            case Refusal.NoSuchDevice _ -> new Result.NoSuchDevice();
            case Refusal.LastDevice _ -> new Result.LastDevice();
            case Refusal.OutOfOrder _, Refusal.AlreadyThere _, Refusal.NotTheOwner _ ->
                    throw new IllegalStateException("no answer to a request: " + refusal);
        };
    }
}
