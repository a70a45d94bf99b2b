package org.franklin.model.mail;

import org.franklin.model.money.Postage;

/// A piece and what it costs: the amount that the device signs and the indicium shows.
///
/// The price is more than nothing and fits the indicium's three bytes, $16,777.215.
public record PricedMailpiece(Mailpiece piece, Postage price) {

    private static final Postage HIGHEST = new Postage((1 << 24) - 1);

    public PricedMailpiece {
        if (price.equals(Postage.ZERO) || !HIGHEST.covers(price)) {
            throw new IllegalArgumentException("a piece costs $0.001 to " + HIGHEST);
        }
    }
}
