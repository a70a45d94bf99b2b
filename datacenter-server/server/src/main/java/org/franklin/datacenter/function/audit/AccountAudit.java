package org.franklin.datacenter.function.audit;

import org.franklin.box.BoxPort;
import org.franklin.box.StepAnswer;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Payment;
import org.franklin.box.transaction.AccountRecord;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.AccountReply.Entry;
import org.franklin.box.transaction.AccountReply.Row;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.journal.PaymentTable;
import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.Optional;

/// Audits one master account: how its record stands to the box, whether every row is the box's and
/// they chain, and whether payments, credits and vouchers come to the same.
final class AccountAudit {

    private static final int PAGE = 200;

    private final Stores stores;
    private final BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box;
    private final VerificationKeys keys;
    private final Tally tally;

    AccountAudit(
            Stores stores,
            BoxPort<TransactionBoxRequest, TransactionBoxAnswer> box,
            VerificationKeys keys,
            Tally tally) {
        this.stores = stores;
        this.box = box;
        this.keys = keys;
        this.tally = tally;
    }

    void audit(MailerId mailer) {
        String subject = AccountRecord.subject(mailer);
        var stored = stores.database().read(in -> stores.mailers().accounts().find(in, mailer));
        if (stored.isEmpty()) {
            tally.wrong(subject, "its record is gone");
            return;
        }
        var bytes = stored.get().record();
        switch (box.call(new TransactionBoxRequest.Look(bytes))) {
            case TransactionBoxAnswer.Looked(var seen, _) -> Standings.note(tally, subject, seen);
            case TransactionBoxAnswer.Stepped(StepAnswer.OutOfService(var reason)) ->
                    tally.wrong(subject, "its box is out of service: " + reason);
            case TransactionBoxAnswer unfit ->
                    throw new IllegalStateException("the transaction box said " + unfit);
        }
        switch (SignedRecord.body(AccountRecord.class, bytes)) {
            case Malformed<AccountRecord> _ -> tally.wrong(subject, "its record cannot be read");
            case Valid<AccountRecord>(var record) -> {
                tally.account(record.credited(), record.debited());
                payments(subject, record);
                history(subject, record, Hash.of(bytes));
            }
        }
    }

    private void payments(String subject, AccountRecord record) {
        var payments = stores.database().read(in -> new PaymentTable().all(in, record.mailer()));
        Postage credited = Postage.ZERO;
        for (StoredPayment payment : payments) {
            tally.payment(payment.amount());
            if (payment.number() <= record.lastPayment()) {
                credited = credited.plus(payment.amount());
            } else {
                tally.onItsWay(subject, "payment of " + payment.amount());
            }
        }
        if (!credited.equals(record.credited())) {
            tally.wrong(
                    subject,
                    "%s was credited, and its payments come to %s"
                            .formatted(record.credited(), credited));
        }
    }

    private void history(String subject, AccountRecord record, Hash last) {
        Optional<Row> before = Optional.empty();
        Postage debited = Postage.ZERO;
        List<StoredStep> page = page(record.mailer(), 0);
        while (!page.isEmpty()) {
            for (StoredStep step : page) {
                var row = row(step);
                if (row.isEmpty()) {
                    tally.wrong(subject, "step " + step.counter() + " is not the box's");
                    return;
                }
                chained(subject, before, row.get());
                tally.step(0);
                debited = debited.plus(voucher(row.get()));
                before = row;
            }
            page = page(record.mailer(), page.getLast().counter() + 1);
        }
        if (before.filter(row -> row.record().equals(last)).isEmpty()) {
            tally.wrong(subject, "its history does not end in its record");
        }
        if (!debited.equals(record.debited())) {
            tally.wrong(subject, "its vouchers do not come to what was debited");
        }
    }

    private void chained(String subject, Optional<Row> before, Row row) {
        boolean follows =
                before.map(prior ->
                                row.counter() == prior.counter() + 1
                                        && row.previousRecord().equals(prior.record())
                                        && !row.time().isBefore(prior.time()))
                        .orElse(row.counter() == 0 && row.previousRecord().equals(Hash.NONE));
        if (!follows) {
            tally.wrong(subject, "its rows do not chain at " + row.counter());
        }
    }

    /// What left the account with this row.
    private Postage voucher(Row row) {
        return switch (row.entry()) {
            case Entry.Funded(var signed, long number) -> {
                var payment = Canonical.decode(Payment.class, signed.statement()).orThrow();
                tally.voucher(payment.serial(), number, payment.amount());
                yield payment.amount();
            }
            case Entry.Opened _, Entry.SignedOn _, Entry.Renewed _ -> Postage.ZERO;
        };
    }

    private Optional<Row> row(StoredStep step) {
        return value(Canonical.decode(AccountReply.class, step.reply()))
                .map(AccountReply::row)
                .filter(this::isTheBoxes)
                .flatMap(signed -> value(Canonical.decode(Row.class, signed.statement())))
                .filter(row -> row.counter() == step.counter());
    }

    private boolean isTheBoxes(BoxSigned signed) {
        return keys.find(BoxKey.TRANSACTION_STATEMENTS.number()) instanceof Lookup.Trusted(var key)
                && key.verifies(signed.statement(), signed.signature());
    }

    private static <T> Optional<T> value(Decoded<T> decoded) {
        return switch (decoded) {
            case Valid<T>(var value) -> Optional.of(value);
            case Malformed<T> _ -> Optional.empty();
        };
    }

    private List<StoredStep> page(MailerId mailer, long from) {
        return stores.database()
                .read(in -> stores.mailers().accounts().steps(in, mailer, from, PAGE));
    }
}
