package org.franklin.client.datacenter.outcome;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.util.List;

/// Where the paying for a draft stands: charged once, not charged, or being checked.
public sealed interface Purchase {

    DraftId draft();

    /// The pieces are paid and stored, and the receipt and every indicium are verified.
    record Charged(DraftId draft, List<PaidPiece> pieces, Postage amount, SignedReceipt receipt)
            implements Purchase {
        public Charged {
            pieces = List.copyOf(pieces);
        }
    }

    record NotCharged(DraftId draft, Refusal why) implements Purchase {}

    /// Perhaps charged. Only checking again or giving up at the desk settles it.
    record Checking(DraftId draft, Postage amount, Instant since, Doubt doubt)
            implements Purchase {}
}
