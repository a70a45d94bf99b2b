package org.franklin.client.shell;

import org.franklin.client.datacenter.outcome.Refusal;

/// How this computer stands to the data center, as the last question showed.
public enum Line {
    ASKING("success"),
    CONNECTED("success"),
    OFFLINE("warning"),
    DOES_NOT_ANSWER("warning"),
    SIGNED_OUT("warning"),
    NOT_TRUSTED("danger");

    private final String tone;

    Line(String tone) {
        this.tone = tone;
    }

    String tone() {
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
                    Refusal.Said _ ->
                    CONNECTED;
        };
    }
}
