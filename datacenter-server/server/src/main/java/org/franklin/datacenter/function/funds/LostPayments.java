package org.franklin.datacenter.function.funds;

import org.franklin.box.Standing;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Archived;
import org.franklin.datacenter.function.records.RecordSteps;
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

    /// How an account's record stands after its repair, and whether all payments that it has taken
    /// are in the book, now or before. The account must be sound to tell.
    public record Repaired(Standing account, boolean bookIsWhole) {}

    /// Repairs an account, and then the book from it.
    public Repaired repair(MailerId mailer) {
        var standing = accounts.repair(mailer);
        return new Repaired(standing, standing == Standing.CURRENT && restore(mailer));
    }

    private boolean restore(MailerId mailer) {
        long last = accounts.current(mailer).map(TakenPayments::last).orElse(0L);
        return book.count(mailer, last) == last
                || LongStream.rangeClosed(1, last)
                                .filter(number -> !book.has(mailer, number))
                                .filter(number -> !restore(mailer, number))
                                .count()
                        == 0;
    }

    private boolean restore(MailerId mailer, long number) {
        var place = new RequestKey(RequestKey.VOUCHERS, number, Hash.NONE);
        return switch (accounts.recall(mailer, place)) {
            case Archived.Step(var step) -> restore(step);
            case Archived.Nothing _, Archived.Unreadable _ -> false;
        };
    }

    private boolean restore(StoredStep step) {
        var taken = TakenPayments.in(step.reply());
        taken.map(PaymentBook::stored).ifPresent(book::add);
        return taken.isPresent();
    }
}
