package org.franklin.client.history.piece;

import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.history.piece.Entry.Elsewhere;
import org.franklin.client.history.piece.Entry.Here;
import org.franklin.client.history.piece.Entry.InDoubt;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.meter.MeterReply;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every piece that is known of, the newest first, and the months that there are pieces of.
public record Ledger(List<Row> rows, List<YearMonth> months) {

    public static final Ledger EMPTY = new Ledger(List.of(), List.of());

    private static final Comparator<Row> NEWEST_FIRST =
            Comparator.comparing((Row row) -> row.entry().time())
                    .thenComparingLong(Row::pieceCount)
                    .reversed();

    public Ledger {
        rows = List.copyOf(rows);
        months = List.copyOf(months);
    }

    /// The drafts of this computer, and of the meter's proven steps what other computers paid for.
    public static Ledger of(List<Purchase> drafts, List<MeterReply> steps, Computer here) {
        var entries = new ArrayList<Entry>();
        drafts.forEach(draft -> entries.addAll(entries(draft)));
        boolean isInDoubt = entries.stream().anyMatch(InDoubt.class::isInstance);
        var known = new HashSet<SignedIndicium>();
        for (Entry entry : entries) {
            if (entry instanceof Here mine) {
                known.add(mine.indicium());
            }
        }
        for (MeterReply step : steps) {
            // This computer's own step that it holds no reply of is the draft in doubt.
            if (step instanceof MeterReply.Issued issued
                    && !(isInDoubt && isAskedBy(here, issued))) {
                entries.addAll(elsewhere(issued, known));
            }
        }
        var rows =
                entries.stream()
                        .map(entry -> Row.of(entry, here.zone()))
                        .sorted(NEWEST_FIRST)
                        .toList();
        return new Ledger(
                rows,
                rows.stream()
                        .map(Row::month)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }

    private static List<? extends Entry> entries(Purchase draft) {
        return switch (draft) {
            case Purchase.Charged charged ->
                    charged.pieces().stream().map(piece -> new Here(piece, charged)).toList();
            case Purchase.Checking checking -> List.of(new InDoubt(checking));
            case Purchase.NotCharged _ -> List.of();
        };
    }

    private static boolean isAskedBy(Computer here, MeterReply.Issued step) {
        return step.receipt().receipt().request().actor() == here.device().number();
    }

    private static List<Elsewhere> elsewhere(MeterReply.Issued step, Set<SignedIndicium> known) {
        return Symbols.read(step.indicia())
                .filter(signed -> !known.contains(signed))
                .map(signed -> new Elsewhere(signed, step))
                .toList();
    }
}
