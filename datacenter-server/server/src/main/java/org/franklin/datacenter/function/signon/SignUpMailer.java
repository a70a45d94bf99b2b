package org.franklin.datacenter.function.signon;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.mailer.StoredMailer;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Link;
import org.franklin.datacenter.function.records.Stores;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.SignUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// Makes a mailer: its signed record, its master account, its meter and its first device.
///
/// All of it is stored in one transaction, which claims the user name: a crash before leaves a
/// serial number that is never used, and nothing else.
public final class SignUpMailer {

    private static final Logger LOG = LoggerFactory.getLogger(SignUpMailer.class);

    /// Serial numbers to try where the database has forgotten some that the meter box knows.
    private static final int MOST_DRAWS = 32;

    private static final int ID_BYTES = 16;

    /// What came of it. Unless it is `SignedUp…` or `Pending`, nothing was made.
    public sealed interface Result {

        record SignedUp(Enrolled enrolled) implements Result {}

        /// The credentials held no device key; a device enrols later, by password.
        record SignedUpWithoutDevice(MailerId mailer, SerialNumber serial) implements Result {}

        record UserNameTaken() implements Result {}

        record WeakPassword() implements Result {}

        /// The credentials do not open, or are for another purpose or name.
        record BadCredentials() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}

        /// The mailer may or may not have been made: sign on, and sign up again if that fails.
        record Pending() implements Result {}
    }

    private final Stores stores;
    private final Boxes boxes;
    private final Clock clock;
    private final SecureRandom random;

    public SignUpMailer(Stores stores, Boxes boxes, Clock clock, SecureRandom random) {
        this.stores = stores;
        this.boxes = boxes;
        this.clock = clock;
        this.random = random;
    }

    public Result signUp(SignUp asked) {
        try {
            if (stores.database().read(in -> stores.mailers().find(in, asked.user())).isPresent()) {
                return new Result.UserNameTaken();
            }
            for (int draw = 0; draw < MOST_DRAWS; draw++) {
                var serial = stores.database().write(stores.meters()::draw);
                var result = attempt(asked, serial);
                if (result.isPresent()) {
                    return result.get();
                }
            }
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no sign-up without boxes and database");
        }
        return new Result.Unavailable();
    }

    /// Empty where the meter box has a meter of this number.
    private Optional<Result> attempt(SignUp asked, SerialNumber serial) {
        var mailer = drawId();
        var request =
                new AuthenticationBoxRequest.SignUp(
                        mailer,
                        asked.user(),
                        asked.business(),
                        asked.paymentMethod(),
                        serial,
                        asked.credentials());
        return switch (boxes.authentication().call(request)) {
            case AuthenticationBoxAnswer.SignedUp(var record, var grant) ->
                    make(stored(asked, mailer, serial, record), Optional.of(grant));
            case AuthenticationBoxAnswer.MailerMade(var record) ->
                    make(stored(asked, mailer, serial, record), Optional.empty());
            case AuthenticationBoxAnswer.WeakPassword _ -> Optional.of(new Result.WeakPassword());
            case AuthenticationBoxAnswer.BadCredentials _ ->
                    Optional.of(new Result.BadCredentials());
            case AuthenticationBoxAnswer.OutOfService _ -> Optional.of(new Result.Unavailable());
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("sign-up", unfit);
        };
    }

    private StoredMailer stored(SignUp asked, MailerId mailer, SerialNumber serial, Bytes record) {
        return new StoredMailer(
                mailer, asked.user(), serial, asked.agreement(), clock.instant(), record);
    }

    private Optional<Result> make(StoredMailer mailer, Optional<BoxSigned> grant) {
        var account = open(mailer.mailer());
        if (account.isEmpty()) {
            return Optional.of(new Result.Unavailable());
        }
        return switch (new MeterMaking(boxes).make(mailer.serial(), grant)) {
            case MeterMaking.Made.Meter meter -> Optional.of(store(mailer, account.get(), meter));
            case MeterMaking.Made.NumberTaken _ -> Optional.empty();
            case MeterMaking.Made.Unavailable _ -> Optional.of(new Result.Unavailable());
        };
    }

    /// The first link of a new master account; empty where the box is out of service.
    private Optional<Link> open(MailerId mailer) {
        return switch (boxes.transaction().call(new TransactionBoxRequest.Open(mailer))) {
            case TransactionBoxAnswer.Stepped(Done done) -> Optional.of(Link.of(done));
            case TransactionBoxAnswer.Stepped(OutOfService _) -> Optional.empty();
            case TransactionBoxAnswer unfit ->
                    throw new IllegalStateException("no answer for a new account: " + unfit);
        };
    }

    private Result store(StoredMailer mailer, Link account, MeterMaking.Made.Meter meter) {
        try {
            boolean claimed = stores.database().write(in -> claim(in, mailer, account, meter));
            return claimed ? made(mailer, meter) : new Result.UserNameTaken();
        } catch (DatabaseFault e) {
            LOG.atError().setCause(e).log("whether a sign-up was stored is in doubt");
            return new Result.Pending();
        }
    }

    private boolean claim(
            Transaction in, StoredMailer mailer, Link account, MeterMaking.Made.Meter meter) {
        if (!stores.mailers().claim(in, mailer)) {
            return false;
        }
        stores.mailers().accounts().begin(in, mailer.mailer(), account.record(), account.step());
        var records = stores.meters().records();
        var first = meter.links().getFirst();
        records.begin(in, mailer.serial(), first.record(), first.step());
        meter.links().stream()
                .skip(1)
                .forEach(link -> records.store(in, mailer.serial(), link.record(), link.step()));
        stores.meters()
                .certify(
                        in,
                        mailer.serial(),
                        CertifiedKey.numberOf(meter.certificate()),
                        meter.certificate());
        return true;
    }

    private Result made(StoredMailer mailer, MeterMaking.Made.Meter meter) {
        LOG.atInfo()
                .addKeyValue("mailer", mailer.mailer())
                .addKeyValue("serial", mailer.serial().number())
                .log("signed up");
        Bytes reply = meter.links().getLast().step().reply();
        return MeterReply.decode(reply).orThrow() instanceof MeterReply.Enrolled(_, var device)
                ? new Result.SignedUp(new Enrolled(mailer.mailer(), mailer.serial(), device, reply))
                : new Result.SignedUpWithoutDevice(mailer.mailer(), mailer.serial());
    }

    private MailerId drawId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new MailerId(Bytes.of(id).hex());
    }
}
