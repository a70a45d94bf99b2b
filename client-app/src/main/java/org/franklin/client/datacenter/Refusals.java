package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer.NotSent;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;

import java.util.Optional;

/// Translates what the connection knows into what the mailer is told.
final class Refusals {

    private Refusals() {}

    static Refusal of(NotSent<?> notSent) {
        return switch (notSent.why()) {
            case OFFLINE -> new Refusal.Offline();
            case DOES_NOT_ANSWER -> new Refusal.DoesNotAnswer();
            case NOT_TRUSTED -> new Refusal.NotTrusted(notSent.detail());
        };
    }

    static Doubt doubt(NotSent<?> notSent) {
        return switch (notSent.why()) {
            case OFFLINE -> Doubt.OFFLINE;
            case DOES_NOT_ANSWER -> Doubt.NO_ANSWER;
            case NOT_TRUSTED -> Doubt.NOT_TRUSTED;
        };
    }

    static Refusal of(Problem problem) {
        return of(problem, Postage.ZERO);
    }

    /// `price` is what the refused request would have cost.
    static Refusal of(Problem problem, Postage price) {
        Optional<ProblemType> type = ProblemType.of(problem.type());
        if (type.isEmpty()) {
            return new Refusal.Said(problem);
        }
        return switch (type.get()) {
            case SIGNED_OUT -> new Refusal.SignedOut();
            case DEVICE_NOT_ENROLLED -> new Refusal.NotEnrolled(problem.detail());
            case INSUFFICIENT_FUNDS -> new Refusal.InsufficientFunds(price, problem.detail());
            case WRONG_DATE -> new Refusal.WrongDate(problem.detail());
            case METER_LOCKED -> new Refusal.MeterLocked(problem.detail());
            default -> new Refusal.Said(problem);
        };
    }

    /// What a no means for a request that was sent before and has no outcome yet: it says nothing
    /// about the first sending.
    static Doubt doubt(Problem problem) {
        if (problem.charge() != Problem.Charge.NOT_CHARGED) {
            return Doubt.NOT_DONE;
        }
        return is(problem, ProblemType.SIGNED_OUT) ? Doubt.SIGNED_OUT : Doubt.REFUSED_LATER;
    }

    static boolean is(Problem problem, ProblemType type) {
        return problem.type().equals(type.uri());
    }
}
