package org.franklin.client.datacenter;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outbox.Evidence;
import org.franklin.client.datacenter.outbox.Outbox;
import org.franklin.client.datacenter.outbox.Place;
import org.franklin.client.datacenter.outbox.Requests;
import org.franklin.client.datacenter.outbox.Standing;
import org.franklin.client.datacenter.outbox.StoredRefill;
import org.franklin.client.datacenter.outbox.StoredRequest;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.wire.Keys;

import java.util.Optional;
import java.util.function.Function;

/// Takes replies into the outbox, if they prove themselves, and says where a draft stands then.
final class Outcomes {

    private final Outbox outbox;
    private final PostKeys keys;

    Outcomes(Outbox outbox, PostKeys keys) {
        this.outbox = outbox;
        this.keys = keys;
    }

    Requests requests() {
        return outbox.requests();
    }

    /// Stores the outcome of the request's number, which may turn out to be another request's.
    Purchase settle(StoredRequest sent, Bytes reply) {
        if (!believe(sent.place(), reply)) {
            return checking(sent, Doubt.NOT_BELIEVED);
        }
        var standing = requests().standing(sent.draft());
        return standing instanceof Standing.Refused
                ? new Purchase.NotCharged(sent.draft(), new Refusal.Overtaken())
                : purchase(sent.draft(), standing);
    }

    /// Stores the outcome of a number; what does not prove itself is kept as evidence instead.
    boolean believe(Place place, Bytes reply) {
        var attempts = requests().attempts(place);
        var finding = examined(examination -> examination.outcome(reply, place, attempts));
        return switch (finding) {
            case ReplyExamination.Finding.NotProven(var reason) ->
                    disbelieve(place.toString(), reason, reply);
            case ReplyExamination.Finding.Proven(var proven) ->
                    requests().settle(place, proven)
                            || disbelieve(
                                    place.toString(), "the number has another outcome", reply);
        };
    }

    /// Takes in what any device of a meter was issued, under the draft that asked for it, if that
    /// is here, else under a new one; nothing where it does not prove itself.
    Optional<Purchase> takeOver(MeterReply.Issued step) {
        var place = Place.of(step.receipt().receipt());
        return believe(place, step.canonical())
                ? requests()
                        .draftAt(place)
                        .map(draft -> purchase(draft, requests().standing(draft)))
                : Optional.empty();
    }

    boolean believe(StoredRefill sent, Bytes reply) {
        var refill = sent.refill();
        var finding =
                examined(examination -> examination.refill(reply, sent.serial(), refill.amount()));
        String about = "refill " + refill.id();
        return switch (finding) {
            case ReplyExamination.Finding.NotProven(var reason) -> disbelieve(about, reason, reply);
            case ReplyExamination.Finding.Proven(var proven) ->
                    outbox.refills().settle(sent, proven)
                            || disbelieve(about, "the receipt is of another refill", reply);
        };
    }

    Purchase checking(StoredRequest request, Doubt doubt) {
        return new Purchase.Checking(
                request.draft(), request.asked().total(), request.since(), doubt);
    }

    Purchase purchase(DraftId draft, Standing standing) {
        return switch (standing) {
            case Standing.Open(var request) -> checking(request, Doubt.NO_ANSWER);
            case Standing.Charged(var id, var pieces, var amount, var receipt) ->
                    new Purchase.Charged(id, pieces, amount, receipt);
            case Standing.Voided _ -> new Purchase.NotCharged(draft, new Refusal.GivenUp());
            case Standing.Refused(var why) ->
                    new Purchase.NotCharged(draft, new Refusal.Earlier(why));
            case Standing.Unknown _ -> new Purchase.NotCharged(draft, new Refusal.NeverAsked());
        };
    }

    /// A reply may be signed under a certificate that is newer than the kept keys.
    private ReplyExamination.Finding examined(
            Function<ReplyExamination, ReplyExamination.Finding> question) {
        var finding = withKeptKeys(question);
        return finding instanceof ReplyExamination.Finding.NotProven
                        && keys.fetch() instanceof Asked.Given<Keys>
                ? withKeptKeys(question)
                : finding;
    }

    private ReplyExamination.Finding withKeptKeys(
            Function<ReplyExamination, ReplyExamination.Finding> question) {
        return keys.kept()
                .map(kept -> question.apply(new ReplyExamination(kept)))
                .orElseGet(() -> new ReplyExamination.Finding.NotProven("no keys are here yet"));
    }

    private boolean disbelieve(String about, String reason, Bytes reply) {
        outbox.evidence().keep(new Evidence.Kept(about, reason, reply));
        return false;
    }
}
