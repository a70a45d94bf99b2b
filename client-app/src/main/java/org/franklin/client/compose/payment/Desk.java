package org.franklin.client.compose.payment;

import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.Refill;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What paying for a piece asks for. Calls block; run them in the background.
public interface Desk {

    /// The prices of some pieces.
    Asked<Quote> quote(List<Mailpiece> pieces);

    /// Pays for a draft, once however often it is asked for. `stored` hears, on the calling thread,
    /// that the request is on disk and about to be sent.
    Purchase buy(Draft draft, Runnable stored);

    /// Asks again for the outcome of a draft.
    Purchase check(DraftId draft);

    /// Counts a printing; `reason` is empty unless it is one more of the identical piece.
    Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason);

    Funding refill(Refill refill);

    Funding checkRefill(UUID refill);
}
