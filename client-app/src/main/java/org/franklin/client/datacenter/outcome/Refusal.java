package org.franklin.client.datacenter.outcome;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.Quote;

/// Why something was certainly not done and no money was taken.
public sealed interface Refusal {

    /// Nobody is signed on, or no longer.
    record SignedOut() implements Refusal {}

    /// The meter does not know this device, or no longer.
    record NotEnrolled(String detail) implements Refusal {}

    /// This computer is offline.
    record Offline() implements Refusal {}

    /// The data center does not answer.
    record DoesNotAnswer() implements Refusal {}

    /// Somebody answers who does not prove to be the pinned data center or the pinned Post.
    record NotTrusted(String detail) implements Refusal {}

    /// The prices moved since the quote; `now` holds the new ones.
    record PriceChanged(Quote now) implements Refusal {}

    record InsufficientFunds(Postage price, String detail) implements Refusal {}

    record WrongDate(String detail) implements Refusal {}

    record MeterLocked(String detail) implements Refusal {}

    /// An earlier request has no outcome yet, and requests of a device go one after the other.
    record WaitsFor(DraftId earlier) implements Refusal {}

    /// The mailer gave the request up, and the meter confirmed that it is void.
    record GivenUp() implements Refusal {}

    /// Another request of this device, from a lost or copied outbox, has taken the number. It is
    /// recovered now; asking again takes the next number.
    record Overtaken() implements Refusal {}

    /// This outbox holds nothing under the id.
    record NeverAsked() implements Refusal {}

    /// It was refused before; the sentence is the one that was told then.
    record Earlier(String told) implements Refusal {}

    /// No answer came that can be read and fits what was asked; nothing depends on it.
    record Unreadable(String detail) implements Refusal {}

    /// Any other problem that the data center names.
    record Said(Problem problem) implements Refusal {}

    /// What happened, in a sentence or two fit to show under "You were not charged."
    default String sentence() {
        return switch (this) {
            case SignedOut _ -> "You were signed out. Your piece is kept. Sign on and ask again.";
            case NotEnrolled(var detail) -> detail;
            case Offline _ -> "This computer is offline. Ask again when the network is back.";
            case DoesNotAnswer _ -> "The data center does not answer. The network here works.";
            case NotTrusted(var detail) ->
                    "Whoever answers is not proven to be your data center: " + detail + ".";
            case PriceChanged(var now) -> "The price is now " + now.total() + ".";
            case InsufficientFunds(var price, var detail) -> "This costs " + price + ". " + detail;
            case WrongDate(var detail) -> detail;
            case MeterLocked(var detail) -> "Your meter is locked. " + detail;
            case WaitsFor _ -> "An earlier piece is still being checked and goes first.";
            case GivenUp _ -> "The request is closed for good.";
            case Overtaken _ ->
                    "This computer had lost an earlier request, which is recovered now. Ask again.";
            case NeverAsked _ -> "Franklin holds no such request.";
            case Unreadable(var detail) -> "No answer came that can be used: " + detail + ".";
            case Earlier(var told) -> told;
            case Said(var problem) -> problem.detail();
        };
    }
}
