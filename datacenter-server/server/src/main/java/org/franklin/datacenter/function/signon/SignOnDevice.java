package org.franklin.datacenter.function.signon;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.meter.record.Device;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.mailer.StoredMailer;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignedOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/// Opens a session for a device, by password, and notes it in the mailer's signed account record.
public final class SignOnDevice {

    private static final Logger LOG = LoggerFactory.getLogger(SignOnDevice.class);

    /// What the mailer may learn. An unknown user name is a wrong password.
    public sealed interface Result {

        record Opened(SignedOn signedOn) implements Result {}

        record WrongPassword() implements Result {}

        /// Too many wrong tries; the next one counts from `until` on.
        record Throttled(Instant until) implements Result {}

        /// The credentials do not open, or are for another purpose or name.
        record BadCredentials() implements Result {}

        /// The password is right, but the meter does not know this device: enrol it first.
        record DeviceNotEnrolled() implements Result {}

        /// The mailer's record, account or meter was tampered with.
        record Locked() implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    private final Boxes boxes;
    private final Mailers mailers;
    private final Meters meters;

    public SignOnDevice(Boxes boxes, Mailers mailers, Meters meters) {
        this.boxes = boxes;
        this.mailers = mailers;
        this.meters = meters;
    }

    public Result signOn(SignOn asked) {
        try {
            return mailers.find(asked.user())
                    .map(mailer -> prove(mailer, asked))
                    .orElseGet(() -> nobody(asked));
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no sign-on without boxes and database");
            return new Result.Unavailable();
        }
    }

    private Result nobody(SignOn asked) {
        var question =
                new AuthenticationBoxRequest.NoSuchMailer(
                        Purpose.SIGN_ON, asked.user(), asked.credentials());
        return switch (boxes.authentication().call(question)) {
            case AuthenticationBoxAnswer.Unknown _ -> new Result.WrongPassword();
            case AuthenticationBoxAnswer.Throttled(var until) -> new Result.Throttled(until);
            case AuthenticationBoxAnswer.BadCredentials _ -> new Result.BadCredentials();
            case AuthenticationBoxAnswer.OutOfService _ -> new Result.Unavailable();
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("sign-on", unfit);
        };
    }

    private Result prove(StoredMailer mailer, SignOn asked) {
        var question = new AuthenticationBoxRequest.SignOn(mailer.record(), asked.credentials());
        return switch (boxes.authentication().call(question)) {
            case AuthenticationBoxAnswer.SignedOn proven -> open(mailer, proven);
            case AuthenticationBoxAnswer.WrongPassword(_, var login) -> refuse(mailer, login);
            case AuthenticationBoxAnswer.Throttled(var until) -> new Result.Throttled(until);
            case AuthenticationBoxAnswer.BadCredentials _ -> new Result.BadCredentials();
            case AuthenticationBoxAnswer.Tampered _ -> {
                mailers.tampered(mailer);
                yield new Result.Locked();
            }
            case AuthenticationBoxAnswer.OutOfService _ -> new Result.Unavailable();
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("sign-on", unfit);
        };
    }

    /// A refused sign-on counts as much as one that is let in: unnoted, it is not answered.
    private Result refuse(StoredMailer mailer, BoxSigned login) {
        return note(mailer, login).orElseGet(Result.WrongPassword::new);
    }

    private Result open(StoredMailer mailer, AuthenticationBoxAnswer.SignedOn proven) {
        var result = note(mailer, proven.login()).orElseGet(() -> atMeter(mailer, proven));
        if (!(result instanceof Result.Opened)) {
            boxes.authentication().call(new AuthenticationBoxRequest.SignOff(proven.token()));
        }
        return result;
    }

    /// Why the sign-on cannot be noted; empty once it is.
    private Optional<Result> note(StoredMailer mailer, BoxSigned login) {
        return switch (mailers.accounts().take(mailer.mailer(), new AccountStep.SignOn(login))) {
            case Stepped.Taken _ -> Optional.empty();
            case Stepped.Locked _ -> Optional.of(new Result.Locked());
            case Stepped.Pending _, Stepped.Refused _, Stepped.Unknown _ -> {
                LOG.atError().addKeyValue("mailer", mailer.mailer()).log("sign-on not noted");
                yield Optional.of(new Result.Unavailable());
            }
        };
    }

    /// A locked meter can be looked at, so its mailer may sign on. What the database says of the
    /// device is enough: the meter box checks the device itself, at each request.
    private Result atMeter(StoredMailer mailer, AuthenticationBoxAnswer.SignedOn proven) {
        return switch (meters.look(mailer.serial())) {
            case Meters.Seen.Sound(var record) -> atDevice(mailer, proven, record);
            case Meters.Seen.Locked _ ->
                    meters.claimed(mailer.serial())
                            .map(record -> atDevice(mailer, proven, record))
                            .orElseGet(Result.Locked::new);
            case Meters.Seen.Unseen _ -> new Result.Unavailable();
        };
    }

    private static Result atDevice(
            StoredMailer mailer, AuthenticationBoxAnswer.SignedOn proven, MeterRecord record) {
        return record.roster()
                .find(proven.deviceKey())
                .<Result>map(device -> opened(mailer, proven, device))
                .orElseGet(Result.DeviceNotEnrolled::new);
    }

    private static Result opened(
            StoredMailer mailer, AuthenticationBoxAnswer.SignedOn proven, Device device) {
        return new Result.Opened(
                new SignedOn(
                        proven.token(),
                        proven.expires(),
                        mailer.mailer(),
                        Mailers.body(mailer).orThrow().business(),
                        mailer.serial(),
                        new DeviceId(device.number()),
                        device.lastSequence() + 1));
    }
}
