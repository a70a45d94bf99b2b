package org.franklin.datacenter.function.funds;

import org.franklin.box.record.SignedRecord;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Archived;
import org.franklin.datacenter.function.records.RecordSteps;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;

import java.util.stream.LongStream;

/// Payments that a master account has taken and the database lacks, as after a backup was put back.
/// Each comes back from the account's own step, which carries what the processor signed: without
/// it, the same refill would be charged again, and the next payment would get a number that is
/// taken.
public final class LostPayments {

    private final PaymentBook book;
    private final RecordSteps<MailerId, AccountStep> accounts;

    public LostPayments(PaymentBook book, RecordSteps<MailerId, AccountStep> accounts) {
        this.book = book;
        this.accounts = accounts;
    }

    /// Whether all that the account has taken is in the book, now or before. The account's record
    /// must be its box's last.
    public boolean restore(MailerId mailer) {
        long last = accounts.current(mailer).map(LostPayments::lastPayment).orElse(0L);
        return book.count(mailer, last) == last
                || LongStream.rangeClosed(1, last)
                        .filter(number -> !book.has(mailer, number))
                        .allMatch(number -> restore(mailer, number));
    }

    private boolean restore(MailerId mailer, long number) {
        var place = new RequestKey(RequestKey.VOUCHERS, number, Hash.NONE);
        return switch (accounts.recall(mailer, place)) {
            case Archived.Step(var step) -> restore(step);
            case Archived.Nothing _, Archived.Unreadable _ -> false;
        };
    }

    private boolean restore(StoredStep step) {
        return switch (entry(step.reply())) {
            case Entry.Funded(var payment, _) -> {
                book.add(PaymentBook.stored(payment));
                yield true;
            }
            case Entry.Opened _, Entry.SignedOn _, Entry.Renewed _ -> false;
        };
    }

    private static Entry entry(Bytes reply) {
        return Canonical.decode(AccountReply.class, reply)
                .then(signed -> Canonical.decode(AccountReply.Row.class, signed.row().statement()))
                .orThrow()
                .entry();
    }

    private static long lastPayment(Bytes signed) {
        return switch (SignedRecord.body(AccountRecord.class, signed)) {
            case Valid<AccountRecord>(var record) -> record.lastPayment();
            case Malformed<AccountRecord> _ -> 0;
        };
    }
}
