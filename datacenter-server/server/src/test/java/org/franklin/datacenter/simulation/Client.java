package org.franklin.datacenter.simulation;

import org.franklin.box.Refusal;
import org.franklin.box.meter.MeterStep;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A device of a mailer: it asks for one thing after the other, and for the next one only when the
/// last one has its outcome. `id` is its number in the run, and that of its key.
final class Client {

    private static final QuoteId QUOTE = new QuoteId(Bytes.of(new byte[QuoteId.LENGTH]));

    private final Factory factory;
    private final SimulatedClock clock;
    private final int id;
    private final SerialNumber serial;
    private final DeviceId device;
    private long next = 1;
    private Optional<Errand> current = Optional.empty();
    private boolean cancelling;
    private boolean gone;

    Client(Factory factory, SimulatedClock clock, int id, SerialNumber serial, DeviceId device) {
        this.factory = factory;
        this.clock = clock;
        this.id = id;
        this.serial = serial;
        this.device = device;
    }

    SerialNumber serial() {
        return serial;
    }

    DeviceId device() {
        return device;
    }

    /// Whether it was removed, and knows.
    boolean isGone() {
        return gone;
    }

    Optional<Errand> current() {
        return current;
    }

    Errand ask(MeterRequest request) {
        cancelling = request instanceof MeterRequest.Cancel;
        current = Optional.of(errand(request, id));
        return current.orElseThrow();
    }

    /// Gives up what it asked for, which may be served all the same.
    Errand cancel() {
        return ask(new MeterRequest.Cancel(serial, device, next));
    }

    boolean mayCancel() {
        return current.isPresent() && !cancelling;
    }

    MeterRequest.Dispense letters(long sequence, int pieces, Postage price) {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("06484"),
                        new ZipCode("97201"),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new MeterRequest.Dispense(
                serial,
                device,
                sequence,
                QUOTE,
                Collections.nCopies(pieces, new PricedMailpiece(piece, price)));
    }

    long next() {
        return next;
    }

    DeviceSigned signed(MeterRequest request) {
        return new DeviceSigned(request.canonical(), factory.sign(id, request.canonical()));
    }

    Errand errand(MeterRequest request, int asker) {
        String name =
                "%s %d/%d.%d"
                        .formatted(
                                request.getClass().getSimpleName(),
                                serial.number(),
                                device.number(),
                                request.sequence());
        return new Errand(
                name,
                serial,
                Optional.of(RequestKey.of(request)),
                new MeterStep.Serve(signed(request)),
                asker);
    }

    /// Takes an answer, new or old. The reply, if it is the outcome that it waits for.
    Optional<MeterReply> hear(Errand errand, Answer answer) {
        boolean waits =
                current.flatMap(Errand::place)
                        .filter(errand.place().orElseThrow()::samePlace)
                        .isPresent();
        if (!waits) {
            return Optional.empty();
        }
        return switch (answer) {
            case Answer.Answered(var reply) -> {
                current = Optional.empty();
                next++;
                yield MeterReply.decode(reply) instanceof Valid<MeterReply>(var outcome)
                        ? Optional.of(outcome)
                        : Optional.empty();
            }
            case Answer.Refused(Refusal.DeviceNotEnrolled _) -> {
                gone = true;
                current = Optional.empty();
                yield Optional.empty();
            }
            case Answer.Refused _ -> {
                cancel();
                yield Optional.empty();
            }
            case Answer.Locked _, Answer.Pending _ -> Optional.empty();
        };
    }
}
