package org.franklin.box.transaction;

import org.franklin.box.record.ChainLink;
import org.franklin.box.record.ChainedRecord;
import org.franklin.box.statement.Login;
import org.franklin.box.statement.Payment;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.stream.Stream;

/// A mailer's master account: what was paid in, what went to meters, how often the mailer signed
/// on.
public record AccountRecord(
        ChainLink link,
        MailerId mailer,
        Postage credited,
        Postage debited,
        long lastPayment,
        long logins,
        long refusedLogins,
        List<Funded> funded)
        implements ChainedRecord<AccountRecord> {

    /// The last voucher that went to one meter.
    public record Funded(SerialNumber serial, long lastVoucher) {}

    public AccountRecord {
        funded = List.copyOf(funded);
        if (!credited.covers(debited)) {
            throw new IllegalArgumentException("no more leaves an account than came in");
        }
    }

    static AccountRecord opened(ChainLink first, MailerId mailer) {
        return new AccountRecord(first, mailer, Postage.ZERO, Postage.ZERO, 0, 0, 0, List.of());
    }

    public static String subject(MailerId mailer) {
        return "account " + mailer;
    }

    @Override
    public String subject() {
        return subject(mailer);
    }

    /// The number of the next voucher to a meter.
    long nextVoucher(SerialNumber serial) {
        return 1
                + funded.stream()
                        .filter(each -> each.serial().equals(serial))
                        .mapToLong(Funded::lastVoucher)
                        .findFirst()
                        .orElse(0);
    }

    @Override
    public AccountRecord at(ChainLink next) {
        return new AccountRecord(
                next, mailer, credited, debited, lastPayment, logins, refusedLogins, funded);
    }

    AccountRecord signedOn(Login login) {
        return new AccountRecord(
                link,
                mailer,
                credited,
                debited,
                lastPayment,
                logins + (login.accepted() ? 1 : 0),
                refusedLogins + (login.accepted() ? 0 : 1),
                funded);
    }

    /// Credits a payment and debits it at once for the meter's next voucher.
    AccountRecord funded(Payment payment) {
        var latest = new Funded(payment.serial(), nextVoucher(payment.serial()));
        return new AccountRecord(
                link,
                mailer,
                credited.plus(payment.amount()),
                debited.plus(payment.amount()),
                payment.number(),
                logins,
                refusedLogins,
                Stream.concat(
                                funded.stream()
                                        .filter(each -> !each.serial().equals(payment.serial())),
                                Stream.of(latest))
                        .toList());
    }
}
