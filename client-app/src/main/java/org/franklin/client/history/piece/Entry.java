package org.franklin.client.history.piece;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;

import java.time.Instant;

/// One line of the history, and how it is known.
public sealed interface Entry {

    /// Names the entry from one reading to the next.
    String key();

    Instant time();

    Postage price();

    PieceState state();

    /// A piece with its signature.
    sealed interface Paid extends Entry {

        SignedIndicium indicium();

        @Override
        default Postage price() {
            return indicium().indicium().postage();
        }
    }

    /// A piece in the outbox of this computer, and what it was paid with.
    record Here(PaidPiece piece, Purchase.Charged purchase) implements Paid {

        @Override
        public SignedIndicium indicium() {
            return piece.indicium();
        }

        @Override
        public String key() {
            return Entry.key(piece.id());
        }

        @Override
        public Instant time() {
            return purchase.receipt().receipt().time();
        }

        @Override
        public PieceState state() {
            return PieceState.of(piece);
        }
    }

    /// A piece that another computer of the meter paid for. The meter's statement knows its
    /// indicium, and no address.
    record Elsewhere(SignedIndicium indicium, MeterReply.Issued step) implements Paid {

        @Override
        public String key() {
            return indicium.indicium().serial() + "/" + indicium.indicium().pieceCount();
        }

        @Override
        public Instant time() {
            return step.receipt().receipt().time();
        }

        @Override
        public PieceState state() {
            return PieceState.ELSEWHERE;
        }

        /// The number of the computer that asked for it.
        public int computer() {
            return step.receipt().receipt().request().actor();
        }
    }

    /// A draft of this computer that is perhaps paid.
    record InDoubt(Purchase.Checking draft) implements Entry {

        @Override
        public String key() {
            return Entry.key(new PieceId(draft.draft(), 0));
        }

        @Override
        public Instant time() {
            return draft.since();
        }

        @Override
        public Postage price() {
            return draft.amount();
        }

        @Override
        public PieceState state() {
            return PieceState.CHECKING;
        }
    }

    private static String key(PieceId piece) {
        return piece.draft() + "/" + piece.number();
    }
}
