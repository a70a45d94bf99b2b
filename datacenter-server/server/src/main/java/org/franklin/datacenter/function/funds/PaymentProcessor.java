package org.franklin.datacenter.function.funds;

import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Refill;

/// Takes money from a payment method, once for each refill's id.
public interface PaymentProcessor {

    /// What came of it.
    sealed interface Charged {

        /// Taken, now or before.
        record Paid(StoredPayment payment) implements Charged {}

        record Declined() implements Charged {}

        /// The id stands for another payment; nothing was taken for this one.
        record Conflict() implements Charged {}
    }

    Charged charge(MailerId mailer, SerialNumber serial, Refill refill);
}
