package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.device.DeviceKey;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outbox.Place;
import org.franklin.client.datacenter.outbox.Requests;
import org.franklin.client.datacenter.outbox.Reserved;
import org.franklin.client.datacenter.outbox.Standing;
import org.franklin.client.datacenter.outbox.StoredRequest;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Purchase.NotCharged;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.wire.Outcome;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// Pays for drafts, each at most once, whatever is lost on the way.
///
/// Bytes are stored before they are sent and never change; a number is left only with its outcome,
/// which a cancel forces where the mailer does not want to wait. A no to the first sending of a
/// request is believed. A no to a later sending says nothing about the first one.
final class Purchases {

    private final DataCenter dataCenter;
    private final FrontDoor door;
    private final DeviceKey key;
    private final Outcomes outcomes;
    private final Requests requests;
    private final ReentrantLock oneByOne = new ReentrantLock();

    Purchases(DataCenter dataCenter, FrontDoor door, DeviceKey key, Outcomes outcomes) {
        this.dataCenter = dataCenter;
        this.door = door;
        this.key = key;
        this.outcomes = outcomes;
        this.requests = outcomes.requests();
    }

    /// `stored` hears that a fresh request is on disk and about to be sent.
    Purchase buy(Draft draft, Runnable stored) {
        oneByOne.lock();
        try {
            return switch (requests.standing(draft.id())) {
                case Standing.Open(var request) -> send(request);
                case Standing.Charged charged -> outcomes.purchase(draft.id(), charged);
                case Standing.Voided _, Standing.Refused _, Standing.Unknown _ ->
                        begin(draft, stored);
            };
        } finally {
            oneByOne.unlock();
        }
    }

    /// Asks again with the same bytes, where the draft has no outcome.
    Purchase check(DraftId draft) {
        oneByOne.lock();
        try {
            var standing = requests.standing(draft);
            return standing instanceof Standing.Open(var request)
                    ? send(request)
                    : outcomes.purchase(draft, standing);
        } finally {
            oneByOne.unlock();
        }
    }

    /// Closes the draft's number. Whichever of request and cancel the meter took first decides.
    Purchase giveUp(DraftId draft) {
        oneByOne.lock();
        try {
            var standing = requests.standing(draft);
            if (!(standing instanceof Standing.Open(var request))) {
                return outcomes.purchase(draft, standing);
            }
            return request.sends() == 0
                    ? refuse(request, new Refusal.GivenUp())
                    : send(withCancel(request));
        } finally {
            oneByOne.unlock();
        }
    }

    /// Finishes what is open, then fetches outcomes of this device that the outbox lacks.
    List<Purchase> resume() {
        oneByOne.lock();
        try {
            var resumed = new ArrayList<Purchase>();
            requests.open().forEach(request -> resumed.add(send(request)));
            door.session().ifPresent(session -> resumed.addAll(catchUp(session)));
            return resumed;
        } finally {
            oneByOne.unlock();
        }
    }

    private List<Purchase> catchUp(OpenSession session) {
        var serial = session.who().serial();
        var device = session.who().device();
        var recovered = new ArrayList<Purchase>();
        long sequence = requests.nextSequence(serial, device);
        boolean found = true;
        while (found && sequence < session.nextSequence()) {
            var place = new Place(serial, device, sequence++);
            found =
                    dataCenter.outcome(serial, device, place.sequence(), session.token())
                                    instanceof Answer.Ok<Outcome>(var outcome)
                            && outcomes.believe(place, outcome.reply());
            if (found) {
                var draft = requests.draftAt(place).orElseThrow();
                recovered.add(outcomes.purchase(draft, requests.standing(draft)));
            }
        }
        return recovered;
    }

    private Purchase begin(Draft draft, Runnable stored) {
        var session = door.session();
        if (session.isEmpty()) {
            return new NotCharged(draft.id(), new Refusal.SignedOut());
        }
        for (StoredRequest earlier : requests.open()) {
            if (send(earlier) instanceof Purchase.Checking) {
                return new NotCharged(draft.id(), new Refusal.WaitsFor(earlier.draft()));
            }
        }
        var who = session.get().who();
        var request =
                new Dispense(
                        who.serial(),
                        who.device(),
                        requests.nextSequence(who.serial(), who.device()),
                        draft.quote().id(),
                        draft.quote().pieces());
        return switch (requests.reserve(draft, key.sign(request))) {
            case Reserved.Fresh(var fresh) -> {
                stored.run();
                yield send(fresh);
            }
            case Reserved.Known(var standing) -> outcomes.purchase(draft.id(), standing);
            case Reserved.Blocked(var earlier) ->
                    new NotCharged(draft.id(), new Refusal.WaitsFor(earlier.draft()));
        };
    }

    private Purchase send(StoredRequest stored) {
        var session =
                door.session().filter(open -> open.who().serial().equals(stored.place().serial()));
        if (session.isEmpty()) {
            return outcomes.checking(stored, Doubt.SIGNED_OUT);
        }
        var sent = requests.markSent(stored);
        var answer = dataCenter.request(sent.place().serial(), sent.next(), session.get().token());
        return switch (answer) {
            case Answer.Ok<Outcome>(var outcome) -> outcomes.settle(sent, outcome.reply());
            case Answer.Lost<Outcome> _ -> outcomes.checking(sent, Doubt.NO_ANSWER);
            case Answer.NotSent<Outcome> notSent ->
                    sent.sends() == 1
                            ? refuse(sent, Refusals.of(notSent))
                            : outcomes.checking(sent, Refusals.doubt(notSent));
            case Answer.Refused<Outcome>(var problem) -> refused(sent, problem, session.get());
        };
    }

    private Purchase refused(StoredRequest sent, Problem problem, OpenSession session) {
        if (Refusals.is(problem, ProblemType.SIGNED_OUT)) {
            door.expire();
        }
        if (Refusals.is(problem, ProblemType.CONFLICTING_REQUEST)) {
            return taken(sent, session);
        }
        if (wasRemoved(sent, problem, session)) {
            return refuse(sent, Refusals.of(problem));
        }
        var doubt = Refusals.doubt(problem);
        if (doubt == Doubt.NOT_DONE || (sent.sends() > 1 && !isWorthACancel(sent, problem))) {
            return outcomes.checking(sent, doubt);
        }
        var why =
                Refusals.is(problem, ProblemType.PRICE_CHANGED)
                        ? priceChanged(sent.asked(), session, problem)
                        : Refusals.of(problem, sent.asked().total());
        if (sent.sends() == 1) {
            return refuse(sent, why);
        }
        return send(withCancel(sent)) instanceof NotCharged(var draft, Refusal.GivenUp _)
                ? new NotCharged(draft, why)
                : outcomes.purchase(sent.draft(), requests.standing(sent.draft()));
    }

    /// This computer has joined anew, and the device that it was before is removed: whatever is
    /// still on its way from then is refused as well.
    private static boolean wasRemoved(StoredRequest sent, Problem problem, OpenSession session) {
        return Refusals.is(problem, ProblemType.DEVICE_NOT_ENROLLED)
                && !session.who().device().equals(sent.place().device());
    }

    /// A no that the meter itself would repeat: then only a cancel settles the first sending.
    private static boolean isWorthACancel(StoredRequest sent, Problem problem) {
        return !sent.isGivenUp()
                && ProblemType.of(problem.type())
                        .filter(type ->
                                type != ProblemType.SIGNED_OUT
                                        && type != ProblemType.TOO_MANY_REQUESTS
                                        && type != ProblemType.BOX_OUT_OF_SERVICE)
                        .isPresent();
    }

    /// Something else has the number. Its outcome says what, and that this request is void.
    private Purchase taken(StoredRequest sent, OpenSession session) {
        var place = sent.place();
        return dataCenter.outcome(place.serial(), place.device(), place.sequence(), session.token())
                        instanceof Answer.Ok<Outcome>(var outcome)
                ? outcomes.settle(sent, outcome.reply())
                : outcomes.checking(sent, Doubt.NOT_DONE);
    }

    private Refusal priceChanged(Dispense asked, OpenSession session, Problem problem) {
        var pieces = asked.pieces().stream().map(PricedMailpiece::piece).toList();
        return dataCenter.quote(new QuoteRequest(pieces), session.token())
                                instanceof Answer.Ok<Quote>(var now)
                        && now.isFor(pieces)
                ? new Refusal.PriceChanged(now)
                : new Refusal.Said(problem);
    }

    private StoredRequest withCancel(StoredRequest request) {
        var place = request.place();
        var cancel = new Cancel(place.serial(), place.device(), place.sequence());
        return request.isGivenUp() ? request : requests.giveUp(request, key.sign(cancel));
    }

    private Purchase refuse(StoredRequest request, Refusal why) {
        requests.refuse(request, why.sentence());
        return new NotCharged(request.draft(), why);
    }
}
