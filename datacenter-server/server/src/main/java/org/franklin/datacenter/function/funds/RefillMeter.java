package org.franklin.datacenter.function.funds;

import org.franklin.box.BoxUnreachable;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.journal.StoredPayment;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.StripedLocks;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Refill;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.UUID;

/// Moves money from a payment method to a meter, once for each id that the app draws: payment,
/// credit and debit of the master account, voucher, registers. What a crash interrupts, the next
/// refill or the same one finishes.
public final class RefillMeter {

    private static final Logger LOG = LoggerFactory.getLogger(RefillMeter.class);

    /// What the mailer may learn. All but `Refilled` and `Pending` say that no money moved.
    public sealed interface Result {

        /// The canonical bytes of the [org.franklin.model.meter.MeterReply.Refilled], the same for
        /// ever.
        record Refilled(Bytes reply) implements Result {}

        record Declined() implements Result {}

        /// The id stands for another amount or meter.
        record Conflict() implements Result {}

        record NotYours() implements Result {}

        record Locked() implements Result {}

        /// Money may have moved or is on its way: send the same refill again.
        record Pending() implements Result {}
    }

    /// What is known of an earlier refill.
    public sealed interface Known {

        record Refilled(Bytes reply) implements Known {}

        /// No payment was taken under this id, so far.
        record Unknown() implements Known {}

        record NotYours() implements Known {}

        /// The payment was taken and is on its way to the meter, or it is not known: ask again.
        record Pending() implements Known {}
    }

    private final PaymentBook book;
    private final PaymentProcessor processor;
    private final Delivery delivery;
    private final StripedLocks locks = new StripedLocks();

    public RefillMeter(PaymentBook book, PaymentProcessor processor, Delivery delivery) {
        this.book = book;
        this.processor = processor;
        this.delivery = delivery;
    }

    public Result refill(Session session, SerialNumber meter, Refill asked) {
        if (!session.owns(meter)) {
            return new Result.NotYours();
        }
        return locks.alone(
                session.mailer(),
                () -> {
                    try {
                        return book.find(session.mailer(), asked.id()).isPresent()
                                ? charge(session, asked)
                                : chargeIfOpen(session, asked);
                    } catch (DatabaseFault | BoxUnreachable e) {
                        LOG.atError()
                                .addKeyValue("mailer", session.mailer())
                                .setCause(e)
                                .log("the outcome of a refill is pending");
                        return new Result.Pending();
                    }
                });
    }

    public Known find(Session session, SerialNumber meter, UUID id) {
        if (!session.owns(meter)) {
            return new Known.NotYours();
        }
        try {
            return book.find(session.mailer(), id)
                    .map(this::known)
                    .orElseGet(() -> unknown(session.mailer(), id));
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no refill without boxes and database");
            return new Known.Pending();
        }
    }

    /// Brings what a mailer paid to its meter, as after a crash.
    public void finish(MailerId mailer) {
        locks.alone(mailer, () -> delivery.deliver(mailer));
    }

    /// No payment is taken that could not reach its meter now.
    private Result chargeIfOpen(Session session, Refill asked) {
        return switch (delivery.way(session.mailer(), session.serial())) {
            case OPEN -> charge(session, asked);
            case LOCKED -> new Result.Locked();
            case CLOSED -> new Result.Pending();
        };
    }

    private Result charge(Session session, Refill asked) {
        return switch (processor.charge(session.mailer(), session.serial(), asked)) {
            case PaymentProcessor.Charged.Paid(var payment) ->
                    arrive(payment)
                            .<Result>map(Result.Refilled::new)
                            .orElseGet(Result.Pending::new);
            case PaymentProcessor.Charged.Declined _ -> new Result.Declined();
            case PaymentProcessor.Charged.Conflict _ -> new Result.Conflict();
        };
    }

    private Known known(StoredPayment payment) {
        return locks.alone(payment.mailer(), () -> arrive(payment))
                .<Known>map(Known.Refilled::new)
                .orElseGet(Known.Pending::new);
    }

    /// The book may have lost the payment, and its account then knows it.
    private Known unknown(MailerId mailer, UUID id) {
        return locks.alone(mailer, () -> delivery.isBookWhole(mailer))
                ? book.find(mailer, id).map(this::known).orElseGet(Known.Unknown::new)
                : new Known.Pending();
    }

    /// The meter's reply, once the payment and all before it have arrived.
    private Optional<Bytes> arrive(StoredPayment payment) {
        delivery.deliver(payment.mailer());
        return delivery.arrival(payment).map(StoredStep::reply);
    }
}
