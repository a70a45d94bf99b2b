package org.franklin.box.transaction;

import org.franklin.box.ChainedRecord;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.util.List;

/// A mailer's master account: what was paid in, what went to meters, how often the mailer signed
/// on.
public record AccountRecord(
        Bytes cluster,
        MailerId mailer,
        int month,
        long counter,
        Hash previous,
        Instant time,
        Postage credited,
        Postage debited,
        long lastPayment,
        long logins,
        long refusedLogins,
        List<Funded> funded)
        implements ChainedRecord {

    /// The last voucher that went to one meter.
    public record Funded(SerialNumber serial, long lastVoucher) {}

    public AccountRecord {
        funded = List.copyOf(funded);
        if (!credited.covers(debited)) {
            throw new IllegalArgumentException("no more leaves an account than came in");
        }
    }

    @Override
    public String subject() {
        return "account " + mailer;
    }
}
