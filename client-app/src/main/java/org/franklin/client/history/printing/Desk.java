package org.franklin.client.history.printing;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;

import java.util.Optional;

/// What printing asks of the outbox. Calls block; run them in the background.
public interface Desk {

    /// Counts a printing; `reason` is empty unless it is one more of the identical piece.
    Optional<PaidPiece> markPrinted(PieceId piece, String where, String reason);
}
