package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.postage.Outcomes;
import org.franklin.datacenter.function.postage.Outcomes.StatementResult;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Statement;

/// `GET /v1/meters/{serial}/statement?from=&most=`
final class StatementResource {

    private final Outcomes outcomes;

    StatementResource(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    Reply get(Session session, SerialNumber meter, long from, long most) {
        if (most < 1 || most > Statement.MOST) {
            return Refusals.malformed("Ask for 1 to " + Statement.MOST + " steps at once.");
        }
        return switch (outcomes.statement(session, meter, from, (int) most)) {
            case StatementResult.Listed(var statement) -> Reply.ok(statement);
            case StatementResult.NotYours _ -> Refusals.notYours();
            case StatementResult.Unavailable _ -> Refusals.unavailable();
        };
    }
}
