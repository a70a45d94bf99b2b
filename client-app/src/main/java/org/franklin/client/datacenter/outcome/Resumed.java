package org.franklin.client.datacenter.outcome;

import org.franklin.client.datacenter.draft.PaidPiece;

import java.util.List;

/// What a start found: where each open request stands now, what was recovered from the data center,
/// and which pieces are paid and not printed.
public record Resumed(List<Purchase> purchases, List<Funding> refills, List<PaidPiece> unprinted) {

    public Resumed {
        purchases = List.copyOf(purchases);
        refills = List.copyOf(refills);
        unprinted = List.copyOf(unprinted);
    }
}
