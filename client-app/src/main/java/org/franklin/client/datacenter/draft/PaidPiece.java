package org.franklin.client.datacenter.draft;

import org.franklin.model.indicium.SignedIndicium;

import java.time.Instant;
import java.util.List;

/// A piece that is paid and stored; `printed` holds the time of each printing, the first first.
public record PaidPiece(
        PieceId id, SignedIndicium indicium, PrintPlan plan, List<Instant> printed) {

    public PaidPiece {
        printed = List.copyOf(printed);
    }

    /// Whether the next printing is one more of the identical piece.
    public boolean isReprint() {
        return !printed.isEmpty();
    }
}
