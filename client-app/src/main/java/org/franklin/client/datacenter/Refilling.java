package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.outbox.Refills;
import org.franklin.client.datacenter.outbox.StoredRefill;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Refill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// Refills the meter, each refill at most once under its id.
final class Refilling {

    private final DataCenter dataCenter;
    private final FrontDoor door;
    private final Outcomes outcomes;
    private final Refills refills;
    private final ReentrantLock oneByOne = new ReentrantLock();

    Refilling(DataCenter dataCenter, FrontDoor door, Outcomes outcomes, Refills refills) {
        this.dataCenter = dataCenter;
        this.door = door;
        this.outcomes = outcomes;
        this.refills = refills;
    }

    Funding refill(Refill refill) {
        oneByOne.lock();
        try {
            var known = refills.find(refill.id());
            if (known.isPresent()) {
                return goOn(known.get());
            }
            return door.session()
                    .map(session -> send(refills.reserve(session.who().serial(), refill)))
                    .orElseGet(() -> new Funding.NotTaken(refill.id(), new Refusal.SignedOut()));
        } finally {
            oneByOne.unlock();
        }
    }

    Funding check(UUID id) {
        oneByOne.lock();
        try {
            return refills.find(id)
                    .map(this::goOn)
                    .orElseGet(() -> new Funding.NotTaken(id, new Refusal.NeverAsked()));
        } finally {
            oneByOne.unlock();
        }
    }

    List<Funding> resume() {
        oneByOne.lock();
        try {
            return refills.open().stream().map(this::send).toList();
        } finally {
            oneByOne.unlock();
        }
    }

    private Funding goOn(StoredRefill stored) {
        return switch (stored.state()) {
            case RESERVED, SENT -> send(stored);
            case CHARGED -> added(stored);
            case VOIDED, REFUSED ->
                    new Funding.NotTaken(stored.refill().id(), new Refusal.Earlier(stored.why()));
        };
    }

    private Funding send(StoredRefill stored) {
        Optional<OpenSession> session =
                door.session().filter(open -> open.who().serial().equals(stored.serial()));
        if (session.isEmpty()) {
            return checking(stored, Doubt.SIGNED_OUT);
        }
        var sent = refills.markSent(stored);
        return switch (dataCenter.refill(sent.serial(), sent.refill(), session.get().token())) {
            case Answer.Ok<Outcome>(var outcome) ->
                    outcomes.believe(sent, outcome.reply())
                            ? added(refills.find(sent.refill().id()).orElseThrow())
                            : checking(sent, Doubt.NOT_BELIEVED);
            case Answer.Lost<Outcome> _ -> checking(sent, Doubt.NO_ANSWER);
            case Answer.NotSent<Outcome> notSent ->
                    sent.sends() == 1
                            ? refuse(sent, Refusals.of(notSent))
                            : checking(sent, Refusals.doubt(notSent));
            case Answer.Refused<Outcome>(var problem) -> refused(sent, problem);
        };
    }

    /// A payment that was declined stays declined under its id, so that no is good at any time.
    private Funding refused(StoredRefill sent, Problem problem) {
        if (Refusals.is(problem, ProblemType.SIGNED_OUT)) {
            door.expire();
        }
        var doubt = Refusals.doubt(problem);
        boolean certain =
                doubt != Doubt.NOT_DONE
                        && (sent.sends() == 1
                                || Refusals.is(problem, ProblemType.PAYMENT_DECLINED));
        return certain
                ? refuse(sent, Refusals.of(problem, sent.refill().amount()))
                : checking(sent, doubt);
    }

    private Funding refuse(StoredRefill sent, Refusal why) {
        refills.refuse(sent, why.sentence());
        return new Funding.NotTaken(sent.refill().id(), why);
    }

    private static Funding checking(StoredRefill stored, Doubt doubt) {
        return new Funding.Checking(
                stored.refill().id(), stored.refill().amount(), stored.since(), doubt);
    }

    private static Funding added(StoredRefill stored) {
        return new Funding.Added(
                stored.refill().id(),
                stored.refill().amount(),
                MeterReply.decode(stored.reply()).orThrow().receipt());
    }
}
