package org.franklin.client.ui;

import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;

/// What windows say of refusals and doubts: what happened, in a sentence or two without the money,
/// which the window says first.
public final class Wording {

    private final Texts texts = Texts.of(Wording.class);

    /// Why something was not done.
    public String of(Refusal why) {
        return switch (why) {
            case Refusal.SignedOut _ -> texts.say("refusal.signed_out");
            case Refusal.NotEnrolled _ -> texts.say("refusal.not_enrolled");
            case Refusal.Offline _ -> texts.say("refusal.offline");
            case Refusal.DoesNotAnswer _ -> texts.say("refusal.does_not_answer");
            case Refusal.NotTrusted _ -> texts.say("refusal.not_trusted");
            case Refusal.PriceChanged(var now) -> texts.say("refusal.price", now.total());
            case Refusal.InsufficientFunds(var price, var detail) ->
                    texts.say("refusal.funds", price, detail);
            case Refusal.WrongDate(var detail) -> detail;
            case Refusal.MeterLocked _ -> texts.say("refusal.locked");
            case Refusal.WaitsFor _ -> texts.say("refusal.waits");
            case Refusal.GivenUp _ -> texts.say("refusal.given_up");
            case Refusal.Overtaken _ -> texts.say("refusal.overtaken");
            case Refusal.NeverAsked _ -> texts.say("refusal.never_asked");
            case Refusal.Earlier(var told) -> told;
            case Refusal.Unreadable _ -> texts.say("refusal.unreadable");
            case Refusal.Said(var problem) -> problem.detail();
        };
    }

    /// What happens by itself while an outcome is not known.
    public String of(Doubt doubt) {
        return texts.say("doubt", doubt);
    }
}
