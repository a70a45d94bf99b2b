package org.franklin.client.history.piece;

import org.franklin.model.money.Postage;

import java.util.List;

/// What the table shows.
public sealed interface Listing {

    /// The outbox was not read yet.
    record Unknown() implements Listing {}

    /// There is no piece at all.
    record None() implements Listing {}

    record NoneFits(Query query) implements Listing {}

    /// The rows that fit, newest first, summed up, beside the sum of all.
    record Found(List<Row> rows, Sum found, Sum all) implements Listing {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /// Paid pieces, what they cost, and what is perhaps charged beside them.
    record Sum(long pieces, Postage paid, Postage inDoubt) {

        static Sum of(List<Row> rows) {
            long pieces = 0;
            Postage paid = Postage.ZERO;
            Postage inDoubt = Postage.ZERO;
            for (Row row : rows) {
                switch (row.entry()) {
                    case Entry.Paid piece -> {
                        pieces++;
                        paid = paid.plus(piece.price());
                    }
                    case Entry.InDoubt draft -> inDoubt = inDoubt.plus(draft.price());
                }
            }
            return new Sum(pieces, paid, inDoubt);
        }
    }
}
