package org.franklin.client.home;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.model.money.Postage;

import java.time.Instant;

/// Something that waits for the mailer, the most urgent kind first.
public sealed interface Waiting {

    record Unprinted(PaidPiece piece, Instant charged) implements Waiting {}

    record InDoubt(DraftId draft, Postage amount, Instant since, Doubt doubt) implements Waiting {}

    record LowBalance(long letters) implements Waiting {}
}
