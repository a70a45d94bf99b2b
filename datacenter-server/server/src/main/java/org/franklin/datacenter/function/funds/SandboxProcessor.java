package org.franklin.datacenter.function.funds;

import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Payment;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.journal.PaymentTable;
import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Refill;

/// A payment processor that moves no money: it takes specimen payments and signs for them with its
/// own key, as a real one would.
public final class SandboxProcessor implements PaymentProcessor {

    private final Database database;
    private final PaymentTable payments;
    private final ProcessorKey key;

    public SandboxProcessor(Database database, PaymentTable payments, ProcessorKey key) {
        this.database = database;
        this.payments = payments;
        this.key = key;
    }

    @Override
    public Charged charge(MailerId mailer, SerialNumber serial, Refill refill) {
        return database.write(in ->
                payments.find(in, mailer, refill.id())
                        .map(before -> again(before, serial, refill))
                        .orElseGet(() -> first(in, mailer, serial, refill)));
    }

    private static Charged again(StoredPayment before, SerialNumber serial, Refill refill) {
        boolean same =
                before.serial().equals(serial)
                        && before.amount().equals(refill.amount())
                        && before.method() == refill.method();
        return same ? new Charged.Paid(before) : new Charged.Conflict();
    }

    private Charged first(Transaction in, MailerId mailer, SerialNumber serial, Refill refill) {
        if (refill.method() == PaymentMethod.SANDBOX_DECLINED) {
            return new Charged.Declined();
        }
        long number = payments.next(in, mailer);
        Bytes statement =
                Canonical.bytes(
                        new Payment(
                                mailer,
                                serial,
                                number,
                                refill.id().toString(),
                                refill.amount(),
                                refill.method()));
        var payment = PaymentBook.stored(new BoxSigned(statement, key.sign(statement)));
        payments.add(in, payment);
        return new Charged.Paid(payment);
    }
}
