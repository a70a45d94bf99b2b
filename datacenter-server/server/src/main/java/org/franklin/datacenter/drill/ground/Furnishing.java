package org.franklin.datacenter.drill.ground;

import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.Session;
import org.franklin.datacenter.function.signon.SignUpMailer;
import org.franklin.datacenter.keymanagement.CredentialsSeal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Gives the mailers of a drill their computers, through the ordinary functions: there is no back
/// door for a drill. Empty wherever one of them says no.
record Furnishing(Center center, SecureRandom random) {

    private static final UserName OFFICE = new UserName("demo");
    private static final UserName NEIGHBOUR = new UserName("drill-neighbour");
    private static final Postage FUNDS = Postage.ofDollars(20);
    private static final int PASSWORD_BYTES = 18;

    Optional<Base> furnish(Path folder, SecretBytes sealKey, Bytes password) {
        return office(password)
                .flatMap(office ->
                        laptop(office)
                                .flatMap(laptop -> base(folder, sealKey, office.at(2), laptop)));
    }

    private Optional<Base> base(Path folder, SecretBytes sealKey, Seat office, Seat laptop) {
        var left =
                center.remembered(office.session().serial(), laptop.device().number())
                        .orElseThrow()
                        .registers();
        return neighbour()
                .map(neighbour ->
                        new Base(
                                folder,
                                sealKey.copy(),
                                office,
                                laptop,
                                neighbour,
                                left.ascending(),
                                left.descending().plus(FUNDS)));
    }

    private Optional<Seat> office(Bytes password) {
        var key = DeviceKey.generate(random);
        var asked = new SignOn(OFFICE, sealed(Purpose.ENROL, OFFICE, password, key));
        return center.functions().enrolment().enrol(asked)
                        instanceof EnrolDevice.Result.Joined(var joined)
                ? Optional.of(seat(OFFICE, password, joined, key))
                : Optional.empty();
    }

    /// The office's second computer, which the first one lets in by its request number 1.
    private Optional<Seat> laptop(Seat office) {
        var key = DeviceKey.generate(random);
        var session = office.session();
        var asked = new MeterRequest.Enrol(session.serial(), office.device(), 1, key.publicKey());
        var result =
                center.functions()
                        .postage()
                        .dispense(session, session.serial(), office.key().sign(asked));
        return result instanceof DispensePostage.Result.Answered(var reply)
                        && MeterReply.decode(reply).orThrow()
                                instanceof MeterReply.Enrolled(_, var device)
                ? Optional.of(new Seat(office.user(), office.password(), session, device, key, 1))
                : Optional.empty();
    }

    private Optional<Seat> neighbour() {
        byte[] drawn = new byte[PASSWORD_BYTES];
        random.nextBytes(drawn);
        var password = Bytes.of(Base64.getUrlEncoder().encode(drawn));
        var key = DeviceKey.generate(random);
        var asked =
                new SignUp(
                        NEIGHBOUR,
                        "Neighbour of the demo office",
                        PaymentMethod.SANDBOX_ACH,
                        SignUp.AGREEMENT,
                        sealed(Purpose.SIGN_UP, NEIGHBOUR, password, key));
        if (!(center.functions().signUp().signUp(asked)
                instanceof SignUpMailer.Result.SignedUp(var enrolled))) {
            return Optional.empty();
        }
        var seat = seat(NEIGHBOUR, password, enrolled, key);
        return new Mailer(seat, new Purse()).refill(center, FUNDS)
                        instanceof RefillMeter.Result.Refilled
                ? Optional.of(seat)
                : Optional.empty();
    }

    private Bytes sealed(Purpose purpose, UserName user, Bytes password, DeviceKey key) {
        return CredentialsSeal.seal(
                center.keys(), new Credentials(purpose, user, password, key.publicKey()), random);
    }

    private static Seat seat(UserName user, Bytes password, Enrolled enrolled, DeviceKey key) {
        return new Seat(
                user,
                password,
                new Session(enrolled.mailer(), enrolled.serial()),
                enrolled.device(),
                key,
                1);
    }
}
