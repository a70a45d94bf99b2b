package org.franklin.client.history.piece;

import org.franklin.client.ui.control.PieceState;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// What is looked for: words that all begin some word of a piece, states and months. An empty set
/// is no wish.
public record Query(String text, Set<PieceState> states, Set<YearMonth> months) {

    public static final Query ALL = new Query("", Set.of(), Set.of());

    public Query {
        states = Set.copyOf(states);
        months = Set.copyOf(months);
    }

    public Query withText(String wanted) {
        return new Query(wanted, states, months);
    }

    public Query withStates(Set<PieceState> wanted) {
        return new Query(text, wanted, months);
    }

    public Query withMonths(Set<YearMonth> wanted) {
        return new Query(text, states, wanted);
    }

    /// What of the ledger fits.
    public Listing in(Ledger ledger) {
        if (ledger.rows().isEmpty()) {
            return new Listing.None();
        }
        var wanted = Folded.wanted(text);
        var rows = ledger.rows().stream().filter(row -> fits(row, wanted)).toList();
        return rows.isEmpty()
                ? new Listing.NoneFits(this)
                : new Listing.Found(rows, Listing.Sum.of(rows), Listing.Sum.of(ledger.rows()));
    }

    private boolean fits(Row row, List<String> wanted) {
        return (states.isEmpty() || states.contains(row.entry().state()))
                && (months.isEmpty() || months.contains(row.month()))
                && wanted.stream().allMatch(row.words()::contains);
    }
}
