package org.franklin.datacenter.drill.ground;

import org.franklin.model.money.Postage;

/// Of the two meters of a drill together: what their mailers paid in, what the meters spent and
/// what is left in them, by the newest receipts of the box.
public record Books(Postage paid, Postage ascending, Postage descending) {

    /// The law (ruling 11); nobody withdraws in a drill.
    public boolean balance() {
        return paid.equals(ascending.plus(descending));
    }
}
