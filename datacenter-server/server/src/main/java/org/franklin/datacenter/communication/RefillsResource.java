package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.funds.RefillMeter.Known;
import org.franklin.datacenter.function.funds.RefillMeter.Result;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Refill;

import java.util.UUID;

/// `POST /v1/meters/{serial}/refills` and `GET /v1/meters/{serial}/refills/{id}`
final class RefillsResource {

    private final RefillMeter function;

    RefillsResource(RefillMeter function) {
        this.function = function;
    }

    Reply post(Session session, SerialNumber meter, Refill refill) {
        return switch (function.refill(session, meter, refill)) {
            case Result.Refilled(var reply) -> Reply.ok(new Outcome(reply));
            case Result.Declined _ ->
                    Reply.refused(
                            ProblemType.PAYMENT_DECLINED,
                            "Choose another payment method, or call your bank.");
            case Result.Conflict _ ->
                    Reply.refused(
                            ProblemType.CONFLICTING_REQUEST,
                            "This id stands for another refill. Draw a new one.");
            case Result.NotYours _ -> Refusals.notYours();
            case Result.Locked _ -> Refusals.locked();
            case Result.Pending _ -> Refusals.pending();
        };
    }

    Reply get(Session session, SerialNumber meter, UUID id) {
        return switch (function.find(session, meter, id)) {
            case Known.Refilled(var reply) -> Reply.ok(new Outcome(reply));
            case Known.Unknown _ ->
                    Reply.refused(
                            ProblemType.UNKNOWN_REQUEST,
                            "No payment was taken under this id so far.");
            case Known.NotYours _ -> Refusals.notYours();
            case Known.Pending _ -> Refusals.pending();
        };
    }
}
