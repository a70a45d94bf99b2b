package org.franklin.datacenter.function.funds;

import org.franklin.box.Refusal;
import org.franklin.box.Standing;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.transaction.AccountReply;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Archived;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.RecordSteps;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Brings payments to their meters, in their order: master account, voucher, registers. Every stage
/// gives the same answer when it is done again, so that a delivery can begin anew at any time.
public final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private enum Stage {
        ARRIVED,
        /// A box expects an earlier payment or voucher, though the table says that it arrived.
        EARLIER_MISSING,
        WAITING
    }

    private final PaymentBook book;
    private final RecordSteps<MailerId, AccountStep> accounts;
    private final Meters meters;
    private final LostPayments lost;

    public Delivery(
            PaymentBook book,
            RecordSteps<MailerId, AccountStep> accounts,
            Meters meters,
            LostPayments lost) {
        this.book = book;
        this.accounts = accounts;
        this.meters = meters;
        this.lost = lost;
    }

    /// Whether money could reach a mailer's meter now.
    enum Way {
        OPEN,
        LOCKED,
        CLOSED
    }

    Way way(MailerId mailer, SerialNumber serial) {
        var repaired = lost.repair(mailer);
        var standings = EnumSet.of(repaired.account(), meters.steps().repair(serial));
        if (standings.contains(Standing.LOCKED)) {
            return Way.LOCKED;
        }
        return standings.equals(EnumSet.of(Standing.CURRENT)) && repaired.bookIsWhole()
                ? Way.OPEN
                : Way.CLOSED;
    }

    /// Whether the book has every payment that the mailer's account has taken.
    boolean isBookWhole(MailerId mailer) {
        return lost.repair(mailer).bookIsWhole();
    }

    /// The step of the meter by which a payment arrived.
    Optional<StoredStep> arrival(StoredPayment payment) {
        return book.voucher(payment)
                .map(number -> new RequestKey(RequestKey.VOUCHERS, number, Hash.NONE))
                .flatMap(key ->
                        switch (meters.steps().recall(payment.serial(), key)) {
                            case Archived.Step(var step) -> Optional.of(step);
                            case Archived.Nothing _, Archived.Unreadable _ -> Optional.empty();
                        });
    }

    /// Whether all that the mailer paid has arrived. What has not is tried again at the next call.
    boolean deliver(MailerId mailer) {
        var stage = deliver(book.onTheirWay(mailer));
        if (stage == Stage.EARLIER_MISSING) {
            stage = deliver(book.all(mailer));
        }
        if (stage != Stage.ARRIVED) {
            LOG.atWarn().addKeyValue("mailer", mailer).log("a payment is on its way");
        }
        return stage == Stage.ARRIVED;
    }

    private Stage deliver(List<StoredPayment> inOrder) {
        for (StoredPayment payment : inOrder) {
            var stage = fund(payment);
            if (stage != Stage.ARRIVED) {
                return stage;
            }
        }
        return Stage.ARRIVED;
    }

    private Stage fund(StoredPayment payment) {
        var signed = new BoxSigned(payment.statement(), payment.signature());
        return switch (accounts.take(payment.mailer(), new AccountStep.Fund(signed))) {
            case Stepped.Taken(var request, var reply)
                    when request.request().equals(Hash.of(payment.statement())) ->
                    refill(payment, voucher(reply));
            case Stepped.Taken _ -> anotherHasItsNumber(payment);
            case Stepped.Refused(Refusal.OutOfOrder _) -> Stage.EARLIER_MISSING;
            case Stepped.Refused _, Stepped.Locked _, Stepped.Pending _, Stepped.Unknown _ ->
                    Stage.WAITING;
        };
    }

    /// No honest crash leads here: only somebody who changed the table of payments.
    private static Stage anotherHasItsNumber(StoredPayment payment) {
        LOG.atError()
                .addKeyValue("mailer", payment.mailer())
                .addKeyValue("payment", payment.number())
                .log("the account has taken another payment under this number");
        return Stage.WAITING;
    }

    private Stage refill(StoredPayment payment, BoxSigned voucher) {
        return switch (meters.steps().take(payment.serial(), new MeterStep.Refill(voucher))) {
            case Stepped.Taken(var request, _) -> arrived(payment, request.sequence());
            case Stepped.Refused(Refusal.OutOfOrder _) -> Stage.EARLIER_MISSING;
            case Stepped.Refused _, Stepped.Locked _, Stepped.Pending _, Stepped.Unknown _ ->
                    Stage.WAITING;
        };
    }

    private Stage arrived(StoredPayment payment, long voucher) {
        book.arrived(payment, voucher);
        return Stage.ARRIVED;
    }

    private static BoxSigned voucher(Bytes reply) {
        return Canonical.decode(AccountReply.class, reply).orThrow().vouchers().getFirst();
    }
}
