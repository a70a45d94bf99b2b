package org.franklin.client.datacenter.outcome;

import org.franklin.model.money.Postage;
import org.franklin.model.wire.Account;

/// The account as the data center states it, and what is set aside here for requests that are still
/// being checked.
public record Balance(Account account, Postage setAside) {

    /// What may be spent without spending anything twice.
    public Postage available() {
        Postage descending = account.registers().descending();
        return descending.covers(setAside) ? descending.minus(setAside) : Postage.ZERO;
    }
}
