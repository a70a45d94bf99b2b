package org.franklin.client.shell;

import org.franklin.model.money.Postage;

import java.time.Instant;

/// What the top bar says of the meter's money.
public sealed interface BalanceLine {

    /// Nothing was heard of it yet.
    record Unknown() implements BalanceLine {}

    record Current(Postage amount) implements BalanceLine {}

    /// `setAside` is in doubt: a request for it has no outcome yet.
    record PartlyChecking(Postage amount, Postage setAside) implements BalanceLine {}

    /// The data center cannot be asked now; so it stood at that time.
    record AsOf(Postage amount, Instant time) implements BalanceLine {}
}
