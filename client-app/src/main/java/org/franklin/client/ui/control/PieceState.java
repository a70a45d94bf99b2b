package org.franklin.client.ui.control;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.ui.Texts;

/// What became of a piece, in a word.
public enum PieceState {
    CHECKING(Tone.WARNING),
    NOT_PRINTED(Tone.WARNING),
    PRINTED(Tone.SUCCESS),
    PRINTED_AGAIN(Tone.SUCCESS),
    /// Paid for by another computer, which alone knows whether it is printed.
    ELSEWHERE(Tone.ACCENT);

    private final Tone tone;

    PieceState(Tone tone) {
        this.tone = tone;
    }

    public static PieceState of(PaidPiece piece) {
        return switch (piece.printouts().size()) {
            case 0 -> NOT_PRINTED;
            case 1 -> PRINTED;
            default -> PRINTED_AGAIN;
        };
    }

    /// As a person reads it.
    public String word() {
        return Texts.of(Texts.class).say("piece", this);
    }

    public Chip chip() {
        return Chip.state(word(), Texts.of(Texts.class).say("piece.spoken", word()), tone);
    }
}
