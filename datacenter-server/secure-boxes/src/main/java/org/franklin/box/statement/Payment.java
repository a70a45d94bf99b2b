package org.franklin.box.statement;

import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.UUID;

/// A payment processor's word, signed with its own key, that a mailer paid for a refill. `number`
/// counts the mailer's payments from 1 without a gap; `refill` is the mailer's idempotency key, as
/// text; `method` is what it was paid with.
public record Payment(
        MailerId mailer,
        SerialNumber serial,
        long number,
        String refill,
        Postage amount,
        PaymentMethod method) {

    public Payment {
        refill = UUID.fromString(refill).toString();
        if (number < 1) {
            throw new IllegalArgumentException("payments are numbered from 1");
        }
    }
}
