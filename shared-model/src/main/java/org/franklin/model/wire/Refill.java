package org.franklin.model.wire;

import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;

import java.util.UUID;

/// `POST /v1/meters/{serial}/refills`: moves money from a payment method to the meter. `id` is
/// drawn by the app and kept; the same id pays once.
public record Refill(UUID id, Postage amount, PaymentMethod method) {

    private static final Postage LEAST = Postage.ofDollars(1);
    private static final Postage MOST = Postage.ofDollars(10_000);

    public Refill {
        if (!amount.covers(LEAST) || !MOST.covers(amount)) {
            throw new IllegalArgumentException("a refill is " + LEAST + " to " + MOST);
        }
    }
}
