package org.franklin.box.transaction;

import org.franklin.box.BoxSigned;
import org.franklin.box.Login;
import org.franklin.box.Payment;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;

import java.time.Instant;

/// What a step of an account gave: the row that the transaction box signs, with its time and its
/// sequence, the account's counter.
public record AccountReply(BoxSigned row, BoxSigned voucher) {

    /// The signed content of a row: what happened at this counter of this account.
    public record Row(
            Bytes cluster,
            MailerId mailer,
            long counter,
            Instant time,
            Hash record,
            Hash previousRecord,
            Entry entry) {}

    /// What happened.
    public sealed interface Entry {

        record Opened() implements Entry {}

        record SignedOn(Login login) implements Entry {}

        record Funded(Payment payment, long voucher) implements Entry {}
    }

    /// Stands in [#voucher] where the step gave none.
    public static final BoxSigned NO_VOUCHER = new BoxSigned(Bytes.EMPTY, Bytes.EMPTY);

    public Bytes canonical() {
        return Canonical.bytes(this);
    }
}
