package org.franklin.client.datacenter.outcome;

import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.util.UUID;

/// Where a refill stands: added once, not taken, or being checked.
public sealed interface Funding {

    UUID refill();

    /// The meter holds the money; the receipt is verified.
    record Added(UUID refill, Postage amount, SignedReceipt receipt) implements Funding {}

    record NotTaken(UUID refill, Refusal why) implements Funding {}

    /// Perhaps taken. Checking again at the desk settles it.
    record Checking(UUID refill, Postage amount, Instant since, Doubt doubt) implements Funding {}
}
