package org.franklin.datacenter.function.funds;

import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Payment;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.journal.PaymentTable;
import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.MailerId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What was paid, and what of it has reached its meter.
public final class PaymentBook {

    private final Database database;
    private final PaymentTable table = new PaymentTable();

    public PaymentBook(Database database) {
        this.database = database;
    }

    Optional<StoredPayment> find(MailerId mailer, UUID refill) {
        return database.read(in -> table.find(in, mailer, refill));
    }

    /// All payments of a mailer, in their order.
    List<StoredPayment> all(MailerId mailer) {
        return database.read(in -> table.all(in, mailer));
    }

    /// Those that have not reached their meter, in their order.
    List<StoredPayment> onTheirWay(MailerId mailer) {
        return database.read(in -> table.onTheirWay(in, mailer));
    }

    /// Some mailers with payments that have not reached their meter.
    public List<MailerId> waiting(int most) {
        return database.read(in -> table.waiting(in, most));
    }

    /// How many of the payments up to this number are here.
    long count(MailerId mailer, long number) {
        return database.read(in -> table.count(in, mailer, number));
    }

    boolean has(MailerId mailer, long number) {
        return database.read(in -> table.has(in, mailer, number));
    }

    void add(StoredPayment payment) {
        database.write(in -> {
            table.add(in, payment);
            return payment;
        });
    }

    /// The row of a [Payment] with its processor's signature.
    static StoredPayment stored(BoxSigned signed) {
        var payment = Canonical.decode(Payment.class, signed.statement()).orThrow();
        return new StoredPayment(
                payment.mailer(),
                payment.number(),
                UUID.fromString(payment.refill()),
                payment.serial(),
                payment.amount(),
                payment.method(),
                signed.statement(),
                signed.signature());
    }

    void arrived(StoredPayment payment, long voucher) {
        database.write(in -> {
            table.deliver(in, payment, voucher);
            return voucher;
        });
    }

    /// The number of the voucher that brought a payment to its meter.
    Optional<Long> voucher(StoredPayment payment) {
        return database.read(in -> table.voucher(in, payment));
    }
}
