package org.franklin.client.shell;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.control.Tone;

/// How this computer stands to the data center, as the last question showed.
public enum Line {
    ASKING(Tone.SUCCESS),
    CONNECTED(Tone.SUCCESS),
    OFFLINE(Tone.WARNING),
    DOES_NOT_ANSWER(Tone.WARNING),
    SIGNED_OUT(Tone.WARNING),
    NOT_TRUSTED(Tone.DANGER);

    private final Tone tone;

    Line(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    static Line of(Refusal why) {
        return switch (why) {
            case Refusal.Offline _ -> OFFLINE;
            case Refusal.DoesNotAnswer _, Refusal.Unreadable _ -> DOES_NOT_ANSWER;
            case Refusal.NotTrusted _ -> NOT_TRUSTED;
            case Refusal.SignedOut _, Refusal.NotEnrolled _ -> SIGNED_OUT;
            case Refusal.PriceChanged _,
                    Refusal.InsufficientFunds _,
                    Refusal.WrongDate _,
                    Refusal.MeterLocked _,
                    Refusal.WaitsFor _,
                    Refusal.GivenUp _,
                    Refusal.Overtaken _,
                    Refusal.NeverAsked _,
                    Refusal.Earlier _,
                    Refusal.Said _ ->
                    CONNECTED;
        };
    }
}
