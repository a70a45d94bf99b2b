package org.franklin.client.ui.control;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.ui.Texts;

/// What became of a piece, in a word.
public enum PieceState {
    CHECKING(Tone.WARNING),
    NOT_PRINTED(Tone.WARNING),
    PRINTED(Tone.SUCCESS),
    PRINTED_AGAIN(Tone.SUCCESS);

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

    public Chip chip() {
        var texts = Texts.of(Texts.class);
        String word = texts.say("piece", this);
        return Chip.state(word, texts.say("piece.spoken", word), tone);
    }
}
