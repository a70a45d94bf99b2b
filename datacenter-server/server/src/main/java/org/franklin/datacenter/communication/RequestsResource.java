package org.franklin.datacenter.communication;

import io.micrometer.core.instrument.Counter;

import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.postage.Outcomes;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.ProblemType;

/// `POST /v1/meters/{serial}/requests` and `GET /v1/meters/{serial}/requests/{device}/{sequence}`
final class RequestsResource {

    private final DispensePostage postage;
    private final Outcomes outcomes;
    private final Counter pieces;

    RequestsResource(DispensePostage postage, Outcomes outcomes, Counter pieces) {
        this.postage = postage;
        this.outcomes = outcomes;
        this.pieces = pieces;
    }

    Reply post(Session session, SerialNumber meter, DeviceSigned signed) {
        return switch (postage.dispense(session, meter, signed)) {
            case Result.Answered(var reply) -> {
                pieces.increment(piecesIn(reply));
                yield Reply.ok(new Outcome(reply));
            }
            case Result.Malformed(var reason) ->
                    Refusals.malformed("The signed request is not in its form: " + reason + ".");
            case Result.NotYours _ -> Refusals.notYours();
            case Result.DeviceNotEnrolled _ -> Refusals.deviceNotEnrolled();
            case Result.BadDeviceSignature _ ->
                    Reply.refused(
                            ProblemType.BAD_DEVICE_SIGNATURE,
                            "The request is not signed with this device's key.");
            case Result.SequenceGap(long expected) ->
                    Reply.refused(
                            ProblemType.SEQUENCE_GAP,
                            "The device's next number is " + expected + ".");
            case Result.Conflict _ ->
                    Reply.refused(
                            ProblemType.CONFLICTING_REQUEST,
                            "This number is taken. Fetch its outcome, then use the next.");
            case Result.PriceChanged(int piece, var agreed, var now) ->
                    Reply.refused(
                            ProblemType.PRICE_CHANGED,
                            "Piece %d was %s and is %s now. Ask for a new quote."
                                    .formatted(piece, agreed, now));
            case Result.NotMailable(int piece, var sentence) ->
                    Refusals.notMailable(piece, sentence);
            case Result.WrongDate(var earliest, var latest) ->
                    Reply.refused(
                            ProblemType.WRONG_DATE,
                            "Choose a date from " + earliest + " to " + latest + ".");
            case Result.InsufficientFunds(var available) ->
                    Reply.refused(
                            ProblemType.INSUFFICIENT_FUNDS,
                            "The meter holds " + available + ". Refill it, then ask again.");
            case Result.TooManyDevices _ ->
                    Reply.refused(
                            ProblemType.TOO_MANY_DEVICES,
                            "Remove a device that is no longer used, then ask again.");
            case Result.NoSuchDevice _ ->
                    Reply.refused(ProblemType.UNKNOWN_DEVICE, "It may have been removed before.");
            case Result.LastDevice _ ->
                    Reply.refused(
                            ProblemType.LAST_DEVICE,
                            "Let another device join first; this one could not come back alone.");
            case Result.Locked _ -> Refusals.locked();
            case Result.Pending _ -> Refusals.pending();
        };
    }

    private static int piecesIn(Bytes reply) {
        return MeterReply.decode(reply).orThrow() instanceof MeterReply.Issued issued
                ? issued.indicia().size()
                : 0;
    }

    Reply get(Session session, SerialNumber meter, DeviceId device, long sequence) {
        return switch (outcomes.outcome(session, meter, device, sequence)) {
            case Outcomes.Result.Found(var reply) -> Reply.ok(new Outcome(reply));
            case Outcomes.Result.Unknown _ ->
                    Reply.refused(
                            ProblemType.UNKNOWN_REQUEST,
                            "Nothing was charged under this number so far.");
            case Outcomes.Result.NotYours _ -> Refusals.notYours();
            case Outcomes.Result.Pending _ -> Refusals.pending();
        };
    }
}
