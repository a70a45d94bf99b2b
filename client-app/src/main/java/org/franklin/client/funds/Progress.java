package org.franklin.client.funds;

import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.money.Postage;

/// Where one wish to add funds stands.
public sealed interface Progress {

    /// The mailer chooses amount and method.
    record Choosing() implements Progress {}

    record Asking(Postage amount) implements Progress {}

    /// `balance` is the meter's after it, `receipt` the number of the receipt that proves it.
    record Added(Postage amount, Postage balance, long receipt) implements Progress {}

    record NotTaken(Refusal why) implements Progress {}

    /// No outcome yet. It is asked for again by itself in `seconds`.
    record Checking(Postage amount, Doubt doubt, int seconds) implements Progress {}
}
