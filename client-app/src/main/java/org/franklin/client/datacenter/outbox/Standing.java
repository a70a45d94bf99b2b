package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;

import java.util.List;

/// What the outbox knows of a draft.
public sealed interface Standing {

    record Open(StoredRequest request) implements Standing {}

    record Charged(DraftId draft, List<PaidPiece> pieces, Postage amount, SignedReceipt receipt)
            implements Standing {}

    record Voided() implements Standing {}

    /// `why` is the sentence that the mailer was told.
    record Refused(String why) implements Standing {}

    record Unknown() implements Standing {}
}
