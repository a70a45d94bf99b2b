package org.franklin.datacenter.function;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.postage.Outcomes;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;
import org.franklin.model.wire.Refill;
import org.franklin.model.wire.SignOn;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/// A mailer of the test world, with one device.
public record Mailer(World world, UserName user, App app, Enrolled enrolled) {

    public SerialNumber serial() {
        return enrolled.serial();
    }

    public Session session() {
        return new Session(enrolled.mailer(), enrolled.serial());
    }

    /// A one-ounce letter, 74 cents.
    public static Mailpiece letter(LocalDate date) {
        return new Mailpiece(
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                Weight.ofOunces(1),
                List.of(),
                new ZipCode("06484"),
                new ZipCode("97201"),
                date);
    }

    public Quote quote(List<Mailpiece> pieces) {
        return assertInstanceOf(
                        QuotePostage.Result.Quoted.class,
                        world.functions().quotes().quote(new QuoteRequest(pieces)))
                .quote();
    }

    /// A signed request for so many letters, under a number of this device.
    public DeviceSigned letters(long sequence, int count) {
        var quote = quote(Collections.nCopies(count, letter(world.today())));
        return app.sign(
                new Dispense(serial(), enrolled.device(), sequence, quote.id(), quote.pieces()));
    }

    public DeviceSigned cancel(long sequence) {
        return app.sign(new Cancel(serial(), enrolled.device(), sequence));
    }

    /// A request of this device to let another one join.
    public DeviceSigned letIn(long sequence, App another) {
        return app.sign(new Enrol(serial(), enrolled.device(), sequence, another.key()));
    }

    /// A request of this device to remove one.
    public DeviceSigned remove(long sequence, DeviceId device) {
        return app.sign(new Revoke(serial(), enrolled.device(), sequence, device));
    }

    /// The same mailer at another device.
    public Mailer at(App another, Enrolled as) {
        return world.mailer(user, another, as);
    }

    /// The same mailer at a device that joined by a request.
    public Mailer at(App another, Bytes reply) {
        var joined =
                assertInstanceOf(MeterReply.Enrolled.class, MeterReply.decode(reply).orThrow());
        return at(another, new Enrolled(enrolled.mailer(), serial(), joined.device(), reply));
    }

    public DispensePostage.Result send(DeviceSigned request) {
        return world.functions().postage().dispense(session(), serial(), request);
    }

    /// The reply to a request that is answered.
    public Bytes answered(DeviceSigned request) {
        return assertInstanceOf(DispensePostage.Result.Answered.class, send(request)).reply();
    }

    public static MeterReply.Issued issued(Bytes reply) {
        return assertInstanceOf(MeterReply.Issued.class, MeterReply.decode(reply).orThrow());
    }

    public Outcomes.Result outcome(long sequence) {
        return world.functions()
                .outcomes()
                .outcome(session(), serial(), enrolled.device(), sequence);
    }

    public RefillMeter.Result refill(UUID id, Postage amount) {
        return refill(new Refill(id, amount, PaymentMethod.SANDBOX_ACH));
    }

    public RefillMeter.Result refill(Refill asked) {
        return world.functions().refills().refill(session(), serial(), asked);
    }

    /// This mailer, with so much more in the meter.
    public Mailer holding(Postage amount) {
        assertInstanceOf(RefillMeter.Result.Refilled.class, refill(UUID.randomUUID(), amount));
        return this;
    }

    public SignOnDevice.Result signOn(String password) {
        return world.functions().signOn().signOn(sealed(Purpose.SIGN_ON, password, app));
    }

    public EnrolDevice.Result enrol(String password, App another) {
        return world.functions().enrolment().enrol(sealed(Purpose.ENROL, password, another));
    }

    public EnrolDevice.Result recover(String password, App another) {
        return world.functions().enrolment().recover(sealed(Purpose.RECOVER, password, another));
    }

    public SignOn sealed(Purpose purpose, String password, App by) {
        return new SignOn(user, App.seal(world.keys(), purpose, user, password, by.key()));
    }
}
