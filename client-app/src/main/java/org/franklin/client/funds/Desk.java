package org.franklin.client.funds;

import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.model.wire.Refill;

import java.util.UUID;

/// What adding funds asks for. Calls block; run them in the background.
public interface Desk {

    /// The same refill, by its id, pays once however often it is asked for.
    Funding refill(Refill refill);

    Funding checkRefill(UUID refill);
}
