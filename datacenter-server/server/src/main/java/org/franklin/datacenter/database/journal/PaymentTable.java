package org.franklin.datacenter.database.journal;

import org.franklin.datacenter.database.Row;
import org.franklin.datacenter.database.Transaction;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Payments as the processor signed them, and the voucher by which each reached its meter.
public final class PaymentTable {

    public Optional<StoredPayment> find(Transaction in, MailerId mailer, UUID refill) {
        return in.first(
                "SELECT * FROM payment WHERE mailer = ? AND refill = ?",
                PaymentTable::payment,
                mailer.text(),
                refill.toString());
    }

    /// The number of the mailer's next payment.
    public long next(Transaction in, MailerId mailer) {
        return in.first(
                        "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM payment WHERE mailer = ?",
                        row -> row.number("next"),
                        mailer.text())
                .orElseThrow();
    }

    /// How many of a mailer's payments up to this number there are.
    public long count(Transaction in, MailerId mailer, long number) {
        return in.first(
                        "SELECT COUNT(*) AS n FROM payment WHERE mailer = ? AND number <= ?",
                        row -> row.number("n"),
                        mailer.text(),
                        number)
                .orElseThrow();
    }

    public boolean has(Transaction in, MailerId mailer, long number) {
        return in.first(
                        "SELECT number FROM payment WHERE mailer = ? AND number = ?",
                        row -> row.number("number"),
                        mailer.text(),
                        number)
                .isPresent();
    }

    public void add(Transaction in, StoredPayment payment) {
        in.update(
                "INSERT INTO payment"
                        + " (mailer, number, refill, serial, mills, method, statement, signature)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                payment.mailer().text(),
                payment.number(),
                payment.refill().toString(),
                payment.serial().number(),
                payment.amount().mills(),
                payment.method().name(),
                payment.statement(),
                payment.signature());
    }

    /// All payments of a mailer, in their order.
    public List<StoredPayment> all(Transaction in, MailerId mailer) {
        return in.list(
                "SELECT * FROM payment WHERE mailer = ? ORDER BY number",
                PaymentTable::payment,
                mailer.text());
    }

    /// Those that have not reached their meter, in their order.
    public List<StoredPayment> onTheirWay(Transaction in, MailerId mailer) {
        return in.list(
                "SELECT * FROM payment WHERE mailer = ? AND NOT EXISTS (SELECT 1 FROM delivery"
                        + " WHERE delivery.mailer = payment.mailer"
                        + " AND delivery.payment = payment.number) ORDER BY number",
                PaymentTable::payment,
                mailer.text());
    }

    /// Mailers with payments that have not reached their meter.
    public List<MailerId> waiting(Transaction in, int most) {
        return in.list(
                "SELECT DISTINCT mailer FROM payment WHERE NOT EXISTS (SELECT 1 FROM delivery"
                        + " WHERE delivery.mailer = payment.mailer"
                        + " AND delivery.payment = payment.number) ORDER BY mailer LIMIT ?",
                row -> new MailerId(row.text("mailer")),
                most);
    }

    /// Notes that a payment reached its meter, by the voucher with this number.
    public void deliver(Transaction in, StoredPayment payment, long voucher) {
        in.update(
                "INSERT INTO delivery (mailer, payment, voucher) VALUES (?, ?, ?)"
                        + " ON CONFLICT (mailer, payment) DO UPDATE SET voucher = excluded.voucher",
                payment.mailer().text(),
                payment.number(),
                voucher);
    }

    /// The number of the voucher that brought a payment to its meter.
    public Optional<Long> voucher(Transaction in, StoredPayment payment) {
        return in.first(
                "SELECT voucher FROM delivery WHERE mailer = ? AND payment = ?",
                row -> row.number("voucher"),
                payment.mailer().text(),
                payment.number());
    }

    private static StoredPayment payment(Row row) {
        return new StoredPayment(
                new MailerId(row.text("mailer")),
                row.number("number"),
                UUID.fromString(row.text("refill")),
                new SerialNumber(row.smallNumber("serial")),
                new Postage(row.number("mills")),
                PaymentMethod.valueOf(row.text("method")),
                row.bytes("statement"),
                row.bytes("signature"));
    }
}
