package org.franklin.datacenter.database.journal;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.UUID;

/// A payment that the processor took: its number among the mailer's, from 1 without a gap, and the
/// processor's statement with its signature.
public record StoredPayment(
        MailerId mailer,
        long number,
        UUID refill,
        SerialNumber serial,
        Postage amount,
        PaymentMethod method,
        Bytes statement,
        Bytes signature) {}
