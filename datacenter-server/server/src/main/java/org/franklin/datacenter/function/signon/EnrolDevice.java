package org.franklin.datacenter.function.signon;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.Refusal;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.box.transaction.AccountStep;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.mailer.StoredMailer;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.function.records.Meters;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.SignOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Optional;

/// Lets another device join a mailer's meter, or take the place of all that are there, by password.
/// A device that has joined gets its number and the same reply again.
public final class EnrolDevice {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolDevice.class);

    /// Another device may take the number of a grant first; each try costs a password check.
    private static final int MOST_TRIES = 3;

    /// What the mailer may learn. An unknown user name is a wrong password.
    public sealed interface Result {

        record Joined(Enrolled enrolled) implements Result {}

        record WrongPassword() implements Result {}

        /// Too many wrong tries; the next one counts from `until` on.
        record Throttled(Instant until) implements Result {}

        /// The credentials do not open, or are for another purpose or name, or hold no device key.
        record BadCredentials() implements Result {}

        record TooManyDevices() implements Result {}

        /// The mailer's record or meter was tampered with.
        record Locked() implements Result {}

        /// A box or the database is out of service; asking again is safe.
        record Unavailable() implements Result {}
    }

    private final Boxes boxes;
    private final Mailers mailers;
    private final Meters meters;

    public EnrolDevice(Boxes boxes, Mailers mailers, Meters meters) {
        this.boxes = boxes;
        this.mailers = mailers;
        this.meters = meters;
    }

    public Result enrol(SignOn asked) {
        return enrol(asked, Grant.Kind.ENROLMENT);
    }

    /// For a mailer who lost a computer: the device that asks is the only one afterwards.
    public Result recover(SignOn asked) {
        return enrol(asked, Grant.Kind.RECOVERY);
    }

    private Result enrol(SignOn asked, Grant.Kind kind) {
        try {
            return mailers.find(asked.user())
                    .map(mailer -> enrol(mailer, asked, kind))
                    .orElseGet(() -> nobody(asked, kind));
        } catch (DatabaseFault | BoxUnreachable e) {
            LOG.atError().setCause(e).log("no enrolment without boxes and database");
            return new Result.Unavailable();
        }
    }

    private Result nobody(SignOn asked, Grant.Kind kind) {
        var question =
                new AuthenticationBoxRequest.NoSuchMailer(
                        purpose(kind), asked.user(), asked.credentials());
        return switch (boxes.authentication().call(question)) {
            case AuthenticationBoxAnswer.Unknown _ -> new Result.WrongPassword();
            case AuthenticationBoxAnswer.Throttled(var until) -> new Result.Throttled(until);
            case AuthenticationBoxAnswer.BadCredentials _ -> new Result.BadCredentials();
            case AuthenticationBoxAnswer.OutOfService _ -> new Result.Unavailable();
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("enrolment", unfit);
        };
    }

    private static Purpose purpose(Grant.Kind kind) {
        return switch (kind) {
            case ENROLMENT -> Purpose.ENROL;
            case RECOVERY -> Purpose.RECOVER;
        };
    }

    private Result enrol(StoredMailer mailer, SignOn asked, Grant.Kind kind) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var result =
                    switch (meters.look(mailer.serial())) {
                        case Meters.Seen.Sound(var record) ->
                                grant(mailer, asked, kind, record.lastGrant() + 1);
                        case Meters.Seen.Locked _ -> Optional.<Result>of(new Result.Locked());
                        case Meters.Seen.Unseen _ -> Optional.<Result>of(new Result.Unavailable());
                    };
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Result.Unavailable();
    }

    /// Empty where another device joined meanwhile and took the grant's number.
    private Optional<Result> grant(
            StoredMailer mailer, SignOn asked, Grant.Kind kind, long number) {
        var question =
                new AuthenticationBoxRequest.Enrol(
                        mailer.record(), mailer.serial(), number, kind, asked.credentials());
        return switch (boxes.authentication().call(question)) {
            case AuthenticationBoxAnswer.Granted(var grant) -> join(mailer, grant);
            case AuthenticationBoxAnswer.WrongPassword(_, var login) ->
                    Optional.of(refuse(mailer, login));
            case AuthenticationBoxAnswer.Throttled(var until) ->
                    Optional.of(new Result.Throttled(until));
            case AuthenticationBoxAnswer.BadCredentials _ ->
                    Optional.of(new Result.BadCredentials());
            case AuthenticationBoxAnswer.Tampered _ -> {
                mailers.tampered(mailer);
                yield Optional.of(new Result.Locked());
            }
            case AuthenticationBoxAnswer.OutOfService _ -> Optional.of(new Result.Unavailable());
            case AuthenticationBoxAnswer unfit -> throw Answers.unfit("enrolment", unfit);
        };
    }

    private Result refuse(StoredMailer mailer, BoxSigned login) {
        return switch (mailers.accounts().take(mailer.mailer(), new AccountStep.SignOn(login))) {
            case Stepped.Taken _ -> new Result.WrongPassword();
            case Stepped.Locked _ -> new Result.Locked();
            case Stepped.Pending _, Stepped.Refused _, Stepped.Unknown _ ->
                    new Result.Unavailable();
        };
    }

    private Optional<Result> join(StoredMailer mailer, BoxSigned grant) {
        return switch (meters.steps().take(mailer.serial(), new MeterStep.Enrol(grant))) {
            case Stepped.Taken(_, var reply) -> Optional.of(joined(mailer, reply));
            case Stepped.Refused(Refusal.OutOfOrder _) -> Optional.empty();
            case Stepped.Refused(Refusal.NotTheOwner _) -> {
                mailers.notTheOwner(mailer);
                yield Optional.of(new Result.Locked());
            }
            case Stepped.Refused(Refusal.TooManyDevices _) ->
                    Optional.of(new Result.TooManyDevices());
            case Stepped.Refused(Refusal.Malformed _) -> Optional.of(new Result.BadCredentials());
            case Stepped.Refused(var refusal) ->
                    throw new IllegalStateException("no answer to a grant: " + refusal);
            case Stepped.Locked _ -> Optional.of(new Result.Locked());
            case Stepped.Pending _, Stepped.Unknown _ -> Optional.of(new Result.Unavailable());
        };
    }

    private static Result joined(StoredMailer mailer, Bytes reply) {
        if (MeterReply.decode(reply).orThrow() instanceof MeterReply.Enrolled(_, var device)) {
            return new Result.Joined(new Enrolled(mailer.mailer(), mailer.serial(), device, reply));
        }
        throw new IllegalStateException("an enrolment has another reply");
    }
}
