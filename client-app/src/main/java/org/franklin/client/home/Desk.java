package org.franklin.client.home;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.model.money.Postage;

import java.util.List;

/// What home asks for. Calls block; run them in the background.
public interface Desk {

    /// The price of a letter of one ounce.
    Asked<Postage> letterPrice();

    /// Where the last drafts of this computer stand, the newest first.
    List<Purchase> recent(int most);

    /// Asks again for the outcome of a draft.
    Purchase check(DraftId draft);
}
