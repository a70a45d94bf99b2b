package org.franklin.model.meter;

import org.franklin.model.money.Postage;

/// What a meter has spent and what it may still spend.
///
/// Dispensing moves value from `descending` to `ascending` and leaves the control total alone; only
/// a refill raises it. That is the law an auditor checks.
public record Registers(Postage ascending, Postage descending) {

    public static final Registers EMPTY = new Registers(Postage.ZERO, Postage.ZERO);

    public Registers dispense(Postage amount) {
        return new Registers(ascending.plus(amount), descending.minus(amount));
    }

    public Registers refill(Postage amount) {
        return new Registers(ascending, descending.plus(amount));
    }

    public Postage controlTotal() {
        return ascending.plus(descending);
    }
}
