package org.franklin.datacenter.drill.ground;

import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.datacenter.keymanagement.CredentialsSeal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A mailer's app in small: it numbers and signs its requests, repeats one until it has an outcome,
/// and keeps every symbol and the newest receipt.
public final class Mailer {

    private final Seat seat;
    private final Purse purse;
    private long next;
    private int refills;
    private Optional<SignedReceipt> receipt = Optional.empty();

    Mailer(Seat seat, Purse purse) {
        this.seat = seat;
        this.purse = purse;
        this.next = seat.next();
    }

    public SerialNumber serial() {
        return seat.session().serial();
    }

    public DeviceKey key() {
        return seat.key();
    }

    public Seat seat() {
        return seat;
    }

    public long next() {
        return next;
    }

    public Optional<SignedReceipt> receipt() {
        return receipt;
    }

    /// The next request, for so many one-ounce letters of this day.
    public Dispense order(Center center, LocalDate day, int count) {
        var letter =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("06484"),
                        new ZipCode("97201"),
                        day);
        var asked = new QuoteRequest(Collections.nCopies(count, letter));
        return switch (center.functions().quotes().quote(asked)) {
            case QuotePostage.Result.Quoted(var quote) ->
                    new Dispense(serial(), seat.device(), next, quote.id(), quote.pieces());
            case QuotePostage.Result.NotMailable(_, var sentence) ->
                    throw new IllegalStateException(sentence);
        };
    }

    public Result send(Center center, DeviceSigned request) {
        var result = center.functions().postage().dispense(seat.session(), serial(), request);
        if (result instanceof Result.Answered(var reply)) {
            keep(request, reply);
        }
        return result;
    }

    /// Signs and sends.
    public Result ask(Center center, Dispense order) {
        return send(center, key().sign(order));
    }

    /// Takes a reply in, wherever it came from.
    public void keep(DeviceSigned request, Bytes reply) {
        var read = MeterReply.decode(reply).orThrow();
        if (read instanceof MeterReply.Issued(_, var indicia)) {
            purse.add(indicia);
        }
        next = Math.max(next, request.decode().orThrow().sequence() + 1);
        if (receipt.isEmpty()
                || receipt.get().receipt().counter() < read.receipt().receipt().counter()) {
            receipt = Optional.of(read.receipt());
        }
    }

    /// Pays money in, and counts it as paid once it arrived.
    public RefillMeter.Result refill(Center center, Postage amount) {
        var id = "drill %d %d %d".formatted(serial().number(), purse.paid().mills(), refills);
        var refill =
                new Refill(
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                        amount,
                        PaymentMethod.SANDBOX_ACH);
        var result = center.functions().refills().refill(seat.session(), serial(), refill);
        if (result instanceof RefillMeter.Result.Refilled) {
            refills++;
            purse.pay(amount);
        }
        return result;
    }

    public SignOnDevice.Result signOn(Center center, SecureRandom random) {
        var credentials =
                new Credentials(
                        Purpose.SIGN_ON, seat.user(), seat.password(), seat.key().publicKey());
        return center.functions()
                .signOn()
                .signOn(
                        new SignOn(
                                seat.user(),
                                CredentialsSeal.seal(center.keys(), credentials, random)));
    }
}
