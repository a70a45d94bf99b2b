package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.connection.SessionToken;
import org.franklin.client.datacenter.device.SealedCredentials;
import org.franklin.client.datacenter.outbox.Settings;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.wire.Enrolled;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.SignOn;
import org.franklin.model.wire.SignUp;
import org.franklin.model.wire.SignedOn;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Where the mailer signs up, signs on and off, and enrols this computer.
///
/// A sign-up or enrolment whose answer is lost is settled by signing on: that works only if it went
/// through. Passwords are wiped before a method returns.
final class FrontDoor {

    private final DataCenter dataCenter;
    private final PostKeys keys;
    private final MailerFolder folder;
    private final AtomicReference<Optional<OpenSession>> session =
            new AtomicReference<>(Optional.empty());

    FrontDoor(DataCenter dataCenter, PostKeys keys, MailerFolder folder) {
        this.dataCenter = dataCenter;
        this.keys = keys;
        this.folder = folder;
    }

    Optional<OpenSession> session() {
        return session.get();
    }

    /// The data center says that the session is over.
    void expire() {
        session.set(Optional.empty());
    }

    SigningOn signUp(UserName user, char[] password, String business, PaymentMethod method) {
        return sealed(
                password,
                seal ->
                        seal.seal(Purpose.SIGN_UP, user, password)
                                .map(credentials ->
                                        new SignUp(
                                                user,
                                                business,
                                                method,
                                                SignUp.AGREEMENT,
                                                credentials))
                                .map(form -> enter(dataCenter.signUp(form), seal, user, password))
                                .orElseGet(FrontDoor::passwordDoesNotFit));
    }

    SigningOn enrol(UserName user, char[] password) {
        return join(Purpose.ENROL, dataCenter::enrol, user, password);
    }

    /// For a mailer who lost a computer: removes all others from the meter.
    SigningOn recover(UserName user, char[] password) {
        return join(Purpose.RECOVER, dataCenter::recover, user, password);
    }

    private SigningOn join(
            Purpose purpose,
            Function<SignOn, Answer<Enrolled>> ask,
            UserName user,
            char[] password) {
        return sealed(
                password,
                seal ->
                        seal.seal(purpose, user, password)
                                .map(credentials -> new SignOn(user, credentials))
                                .map(form -> enter(ask.apply(form), seal, user, password))
                                .orElseGet(FrontDoor::passwordDoesNotFit));
    }

    SigningOn signOn(UserName user, char[] password) {
        return sealed(password, seal -> signOn(seal, user, password));
    }

    /// Ends the session here in any case, and there if the data center can be reached.
    void signOff() {
        session.getAndSet(Optional.empty()).ifPresent(open -> dataCenter.signOff(open.token()));
    }

    private SigningOn sealed(char[] password, Function<SealedCredentials, SigningOn> work) {
        try {
            return switch (keys.seal(folder.key())) {
                case Asked.NotGiven<SealedCredentials>(var why) -> new SigningOn.NotDone(why);
                case Asked.Given<SealedCredentials>(var seal) -> work.apply(seal);
            };
        } catch (IllegalArgumentException e) {
            return notDone(ProblemType.MALFORMED, "Change what you typed: " + e.getMessage() + ".");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private SigningOn enter(
            Answer<Enrolled> answer, SealedCredentials seal, UserName user, char[] password) {
        return switch (answer) {
            case Answer.Ok<Enrolled>(var enrolled) -> {
                folder.settings().put(Settings.Name.ENROLMENT, Bytes.of(Json.write(enrolled)));
                yield signOn(seal, user, password);
            }
            case Answer.NotSent<Enrolled> notSent -> new SigningOn.NotDone(Refusals.of(notSent));
            case Answer.Lost<Enrolled>(var reason) ->
                    signOn(seal, user, password) instanceof SigningOn.Done done
                            ? done
                            : new SigningOn.NotDone(new Refusal.Unreadable(reason));
            case Answer.Refused<Enrolled>(var problem) ->
                    // The name may be taken by an earlier try of this very device.
                    Refusals.is(problem, ProblemType.USER_NAME_TAKEN)
                                    && signOn(seal, user, password) instanceof SigningOn.Done done
                            ? done
                            : new SigningOn.NotDone(Refusals.of(problem));
        };
    }

    private SigningOn signOn(SealedCredentials seal, UserName user, char[] password) {
        var credentials = seal.seal(Purpose.SIGN_ON, user, password);
        if (credentials.isEmpty()) {
            return passwordDoesNotFit();
        }
        return switch (dataCenter.signOn(new SignOn(user, credentials.get()))) {
            case Answer.Ok<SignedOn>(var signedOn) -> new SigningOn.Done(open(user, signedOn));
            case Answer.NotSent<SignedOn> notSent -> new SigningOn.NotDone(Refusals.of(notSent));
            case Answer.Refused<SignedOn>(var problem) ->
                    new SigningOn.NotDone(Refusals.of(problem));
            case Answer.Lost<SignedOn>(var reason) ->
                    new SigningOn.NotDone(new Refusal.Unreadable(reason));
        };
    }

    private Session open(UserName user, SignedOn answer) {
        var who =
                new Session(
                        user,
                        answer.mailer(),
                        answer.business(),
                        answer.serial(),
                        answer.device(),
                        answer.expires());
        byte[] name = user.text().getBytes(StandardCharsets.UTF_8);
        folder.settings().put(Settings.Name.USER, Bytes.of(name));
        session.set(
                Optional.of(
                        new OpenSession(
                                who, new SessionToken(answer.token()), answer.nextSequence())));
        return who;
    }

    private static SigningOn passwordDoesNotFit() {
        return notDone(ProblemType.WRONG_PASSWORD, "Type a password of 1 to 256 characters.");
    }

    private static SigningOn notDone(ProblemType type, String detail) {
        return new SigningOn.NotDone(new Refusal.Said(Problem.of(type, detail, "")));
    }
}
