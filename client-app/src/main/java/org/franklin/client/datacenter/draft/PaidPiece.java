package org.franklin.client.datacenter.draft;

import org.franklin.model.indicium.SignedIndicium;

import java.util.List;

/// A piece that is paid and stored; `printouts` holds each printing, the first first.
public record PaidPiece(
        PieceId id, SignedIndicium indicium, PrintPlan plan, List<Printout> printouts) {

    public PaidPiece {
        printouts = List.copyOf(printouts);
    }

    /// Whether the next printing is one more of the identical piece.
    public boolean isReprint() {
        return !printouts.isEmpty();
    }
}
