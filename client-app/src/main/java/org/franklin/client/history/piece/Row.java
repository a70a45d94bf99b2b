package org.franklin.client.history.piece;

import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.history.piece.Entry.Elsewhere;
import org.franklin.client.history.piece.Entry.Here;
import org.franklin.client.history.piece.Entry.InDoubt;
import org.franklin.model.mail.ZipCode;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// An entry with what it is found by: its key, its month, and its words as [Folded] ones.
public record Row(Entry entry, String key, YearMonth month, String words) {

    static Row of(Entry entry, ZoneId zone) {
        return new Row(
                entry,
                entry.key(),
                YearMonth.from(entry.time().atZone(zone)),
                Folded.words(String.join(" ", words(entry))));
    }

    /// The number of the piece at its meter; 0 while there is none.
    long pieceCount() {
        return entry instanceof Entry.Paid paid ? paid.indicium().indicium().pieceCount() : 0;
    }

    private static List<String> words(Entry entry) {
        return switch (entry) {
            case Here(var piece, _) -> {
                var indicium = piece.indicium().indicium();
                var words = new ArrayList<>(zip(indicium.destination()));
                words.add(Long.toString(indicium.pieceCount()));
                if (piece.plan() instanceof PrintPlan.Kept plan) {
                    words.addAll(plan.to().lines());
                    words.addAll(zip(plan.to().zip()));
                    words.add(plan.to().city());
                    words.add(plan.to().state());
                    words.add(plan.reference());
                    words.add(plan.costCode());
                }
                yield words;
            }
            case Elsewhere(var signed, _) -> {
                var words = new ArrayList<>(zip(signed.indicium().destination()));
                words.add(Long.toString(signed.indicium().pieceCount()));
                yield words;
            }
            case InDoubt _ -> List.of();
        };
    }

    /// As it is written and as bare digits.
    private static List<String> zip(ZipCode zip) {
        return List.of(zip.toString(), zip.digits());
    }
}
