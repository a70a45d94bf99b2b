package org.franklin.datacenter.communication;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.franklin.datacenter.communication.Route.Action;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.franklin.model.wire.Statement;
import org.franklin.model.wire.Verification;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The table of routes: every way into the data center, in one place.
///
/// A route under `/v1/meters/{serial}` serves a session and a meter; the function behind it checks
/// that the one owns the other.
public final class Routes {

    private static final String METER = "/v1/meters/{serial}";

    private final FunctionServer functions;
    private final Gate gate;
    private final Counter pieces;

    private Routes(FunctionServer functions, MeterRegistry registry) {
        this.functions = functions;
        this.pieces =
                Counter.builder("franklin.pieces.answered")
                        .description("Paid mailpieces in answers to apps, retries included")
                        .register(registry);
        this.gate = new Gate(functions.sessions());
    }

    public static List<Route> of(FunctionServer functions, MeterRegistry registry) {
        return new Routes(functions, registry).table();
    }

    private List<Route> table() {
        var mailers = new MailersResource(functions.signUp());
        var signOn = new SignOnResource(functions);
        var account = new AccountResource(functions.account());
        var quotes = new QuotesResource(functions.quotes());
        var requests = new RequestsResource(functions.postage(), functions.outcomes(), pieces);
        var statement = new StatementResource(functions.outcomes());
        var refills = new RefillsResource(functions.refills());
        var verification = new VerificationResource(functions.keys(), functions.verification());
        return List.of(
                post("/v1/mailers", call -> call.body(SignUp.class, mailers::post)),
                post("/v1/devices", call -> call.body(SignOn.class, signOn::postDevice)),
                post("/v1/devices/recovery", call -> call.body(SignOn.class, signOn::postRecovery)),
                post("/v1/sessions", call -> call.body(SignOn.class, signOn::postSession)),
                Route.delete("/v1/sessions/current", call -> call.token(signOn::deleteSession)),
                Route.get("/v1/account", call -> gate.enter(call, account::get)),
                Route.post(
                        "/v1/quotes",
                        Route.BATCH_BYTES,
                        call -> gate.enter(call, _ -> call.body(QuoteRequest.class, quotes::post))),
                Route.post(
                        METER + "/requests",
                        Route.SIGNED_BYTES,
                        metered((call, session, meter) ->
                                call.body(
                                        DeviceSigned.class,
                                        signed -> requests.post(session, meter, signed)))),
                Route.get(
                        METER + "/requests/{device}/{sequence}",
                        metered((call, session, meter) -> outcome(call, session, meter, requests))),
                post(
                        METER + "/refills",
                        metered((call, session, meter) ->
                                call.body(
                                        Refill.class,
                                        refill -> refills.post(session, meter, refill)))),
                Route.get(
                        METER + "/refills/{id}",
                        metered((call, session, meter) -> refill(call, session, meter, refills))),
                Route.get(
                        METER + "/statement",
                        Set.of("from", "most"),
                        metered((call, session, meter) ->
                                statement(call, session, meter, statement))),
                Route.get("/v1/keys", _ -> verification.getKeys()),
                post(
                        "/v1/verifications",
                        call -> call.body(Verification.class, verification::post)));
    }

    /// What a session asks of a meter.
    private interface Metered {
        Reply answer(Call call, Session session, SerialNumber meter);
    }

    private Action metered(Metered action) {
        return call ->
                gate.enter(
                        call, session -> call.serial(meter -> action.answer(call, session, meter)));
    }

    private static Reply outcome(
            Call call, Session session, SerialNumber meter, RequestsResource requests) {
        return call.pathNumber(
                "device",
                Integer.MAX_VALUE,
                device ->
                        call.pathNumber(
                                "sequence",
                                Long.MAX_VALUE,
                                sequence ->
                                        requests.get(
                                                session,
                                                meter,
                                                new DeviceId((int) device),
                                                sequence)));
    }

    private static Reply refill(
            Call call, Session session, SerialNumber meter, RefillsResource refills) {
        String id = call.parameter("id");
        return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? refills.get(session, meter, UUID.fromString(id))
                : Refusals.malformed("A refill's id is a UUID.");
    }

    private static Reply statement(
            Call call, Session session, SerialNumber meter, StatementResource statement) {
        return call.queryNumber(
                "from",
                0,
                from ->
                        call.queryNumber(
                                "most",
                                Statement.MOST,
                                most -> statement.get(session, meter, from, most)));
    }

    private static Route post(String template, Action action) {
        return Route.post(template, Route.USUAL_BYTES, action);
    }
}
