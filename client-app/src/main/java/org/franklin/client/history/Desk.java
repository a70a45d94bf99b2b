package org.franklin.client.history;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.VerifiedStatement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the history asks for. Calls block; run them in the background.
public interface Desk
        extends org.franklin.client.history.printing.Desk, org.franklin.client.history.proof.Desk {

    /// Where the last drafts of this computer stand, the newest first.
    List<Purchase> recent(int most);

    /// When this computer asked for a draft.
    Optional<Instant> asked(DraftId draft);

    /// Asks again for the outcome of a draft.
    Purchase check(DraftId draft);

    /// The meter's whole history, proven on this computer.
    VerifiedStatement statement();
}
