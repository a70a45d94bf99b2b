package org.franklin.box.authentication;

import org.franklin.box.BoxEntry;
import org.franklin.box.KeptKeys;
import org.franklin.box.SecureBox;
import org.franklin.box.Wipeable;
import org.franklin.box.authentication.AuthenticationBoxAnswer.BadCredentials;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Genuine;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Granted;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Live;
import org.franklin.box.authentication.AuthenticationBoxAnswer.MailerMade;
import org.franklin.box.authentication.AuthenticationBoxAnswer.NoSession;
import org.franklin.box.authentication.AuthenticationBoxAnswer.OutOfService;
import org.franklin.box.authentication.AuthenticationBoxAnswer.SignedOn;
import org.franklin.box.authentication.AuthenticationBoxAnswer.SignedUp;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Tampered;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Throttled;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Unknown;
import org.franklin.box.authentication.AuthenticationBoxAnswer.WeakPassword;
import org.franklin.box.authentication.AuthenticationBoxAnswer.WrongPassword;
import org.franklin.box.authentication.AuthenticationBoxRequest.Enrol;
import org.franklin.box.authentication.AuthenticationBoxRequest.Look;
import org.franklin.box.authentication.AuthenticationBoxRequest.NoSuchMailer;
import org.franklin.box.authentication.AuthenticationBoxRequest.Session;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignOff;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignOn;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignUp;
import org.franklin.box.authentication.PasswordCheck.Tried;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.RecordMac;
import org.franklin.box.key.SelfTest;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Proves the mailer, by password, and names the device that speaks for it (40).
///
/// What it knows of mailers comes in with each request, as records that only it can have written;
/// its sessions and counts of tries are in memory, and a restart forgets them.
public final class AuthenticationBox implements Wipeable {

    private static final OutOfService BUSY =
            new OutOfService("too many passwords at once; try again in a few seconds");

    private static final long FIRST_GRANT = 1;

    private final Bytes cluster;
    private final MailerRecords records;
    private final CredentialsOpener opener;
    private final Passwords passwords;
    private final PasswordSeal seal;
    private final PasswordCheck check;
    private final Sessions sessions;
    private final Statements statements;
    private final InstantSource clock;
    private final String decoy;
    private final Keyring keys;

    private AuthenticationBox(
            AuthenticationSeed seed,
            Policy policy,
            InstantSource clock,
            SecureRandom random,
            Keyring keys) {
        var master = keys.master(seed.recordMaster(), seed.cluster());
        var key = keys.signing(seed.signingKey());
        var signer = new BoxSigner(key, BoxKey.AUTHENTICATION_STATEMENTS.number());
        this.cluster = seed.cluster();
        this.records = new MailerRecords(new RecordMac(master, KeyPurpose.MAILER_MAC), cluster);
        this.opener = keys.keep(new CredentialsOpener(seed.credentialsKey()));
        this.passwords =
                new Passwords(new RecordMac(master, KeyPurpose.PASSWORD_PEPPER), policy, random);
        this.seal = new PasswordSeal(keys.master(seed.steelKey(), cluster), cluster, random);
        this.check = new PasswordCheck(passwords, policy, clock);
        this.sessions = new Sessions(policy, random);
        this.statements = new Statements(cluster, signer, random);
        this.clock = clock;
        this.decoy = passwords.decoy();
        this.keys = keys;
    }

    /// The seed stays the caller's to wipe.
    public static SecureBox open(
            AuthenticationSeed seed, Policy policy, InstantSource clock, SecureRandom random) {
        return open(seed, policy, clock, random, SelfTest.standard());
    }

    static SecureBox open(
            AuthenticationSeed seed,
            Policy policy,
            InstantSource clock,
            SecureRandom random,
            SelfTest selfTest) {
        var keys =
                new KeptKeys<>(
                        selfTest.fault(),
                        () ->
                                Keyring.filled(ring ->
                                        new AuthenticationBox(seed, policy, clock, random, ring)));
        return new BoxEntry<>(
                AuthenticationBoxRequest.class,
                AuthenticationBoxAnswer.class,
                request -> keys.use(box -> box.answer(request), OutOfService::new),
                keys::close);
    }

    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return "AuthenticationBox";
    }

    private AuthenticationBoxAnswer answer(AuthenticationBoxRequest request) {
        return switch (request) {
            case SignUp signUp -> signUp(signUp);
            case SignOn(var record, var sealed) ->
                    prove(record, sealed, Purpose.SIGN_ON, this::signOn);
            case Enrol enrol ->
                    prove(
                            enrol.record(),
                            enrol.credentials(),
                            purpose(enrol.kind()),
                            (mailer, credentials) -> enrol(mailer, enrol, credentials));
            case Session(var token) ->
                    sessions.find(token, clock.instant())
                            .<AuthenticationBoxAnswer>map(
                                    live -> new Live(live.mailer(), live.deviceKey()))
                            .orElseGet(NoSession::new);
            case SignOff(var token) -> {
                sessions.close(token);
                yield new NoSession();
            }
            case Look(var record) ->
                    records.open(record).isPresent() ? new Genuine() : new Tampered();
            case NoSuchMailer nobody -> unknown(nobody);
        };
    }

    private AuthenticationBoxAnswer signUp(SignUp request) {
        var opened = opener.open(request.credentials(), Purpose.SIGN_UP, request.user());
        if (opened.isEmpty()) {
            return new BadCredentials();
        }
        var credentials = opened.get();
        if (!credentials.isLongEnough()) {
            return new WeakPassword();
        }
        return passwords
                .hash(credentials.password())
                .map(hash -> made(record(request, hash), credentials))
                .orElse(BUSY);
    }

    private AuthenticationBoxAnswer made(MailerRecord mailer, Credentials credentials) {
        var record = records.sign(mailer);
        var key = credentials.deviceKey();
        return key.length() == 0
                ? new MailerMade(record)
                : new SignedUp(
                        record, statements.grant(mailer, FIRST_GRANT, key, Grant.Kind.ENROLMENT));
    }

    private MailerRecord record(SignUp request, String hash) {
        var today = clock.instant().atOffset(ZoneOffset.UTC);
        int month = today.getYear() * 100 + today.getMonthValue();
        return new MailerRecord(
                cluster,
                request.mailer(),
                request.user(),
                request.business(),
                request.paymentMethod(),
                request.serial(),
                Hash.of(request.credentials()),
                month,
                seal.seal(request.mailer(), month, hash));
    }

    /// Goes on with a genuine record and credentials that are meant for it.
    private AuthenticationBoxAnswer prove(
            Bytes record,
            Bytes sealed,
            Purpose purpose,
            BiFunction<MailerRecord, Credentials, AuthenticationBoxAnswer> then) {
        var genuine = records.open(record);
        if (genuine.isEmpty()) {
            return new Tampered();
        }
        var mailer = genuine.get();
        return opener.open(sealed, purpose, mailer.user())
                .map(credentials -> then.apply(mailer, credentials))
                .orElseGet(BadCredentials::new);
    }

    private AuthenticationBoxAnswer signOn(MailerRecord mailer, Credentials credentials) {
        var key = credentials.deviceKey();
        return tried(
                mailer,
                credentials,
                () -> {
                    var session = sessions.open(mailer.mailer(), key, clock.instant());
                    return new SignedOn(
                            session.token(),
                            session.expires(),
                            mailer.mailer(),
                            key,
                            statements.login(mailer.mailer(), clock.instant(), true, key));
                });
    }

    private AuthenticationBoxAnswer enrol(
            MailerRecord mailer, Enrol asked, Credentials credentials) {
        if (!mailer.serial().equals(asked.serial())) {
            return new BadCredentials();
        }
        return tried(mailer, credentials, () -> grant(mailer, asked, credentials.deviceKey()));
    }

    /// A recovery also signs everybody off: whoever has the lost computer may be signed on there.
    private AuthenticationBoxAnswer grant(MailerRecord mailer, Enrol asked, Bytes key) {
        if (asked.kind() == Grant.Kind.RECOVERY) {
            sessions.closeAll(mailer.mailer());
        }
        return new Granted(statements.grant(mailer, asked.grant(), key, asked.kind()));
    }

    private static Purpose purpose(Grant.Kind kind) {
        return switch (kind) {
            case ENROLMENT -> Purpose.ENROL;
            case RECOVERY -> Purpose.RECOVER;
        };
    }

    private AuthenticationBoxAnswer tried(
            MailerRecord mailer,
            Credentials credentials,
            Supplier<AuthenticationBoxAnswer> accepted) {
        String hash =
                seal.open(mailer)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "a genuine record's password does not open"));
        return switch (check.check(mailer.user(), credentials.password(), hash)) {
            case Tried.Right() -> accepted.get();
            case Tried.Wrong(int left) ->
                    new WrongPassword(
                            left,
                            statements.login(
                                    mailer.mailer(),
                                    clock.instant(),
                                    false,
                                    credentials.deviceKey()));
            case Tried.Blocked(var until) -> new Throttled(until);
            case Tried.Busy() -> BUSY;
        };
    }

    private AuthenticationBoxAnswer unknown(NoSuchMailer nobody) {
        var opened = opener.open(nobody.credentials(), nobody.purpose(), nobody.user());
        if (opened.isEmpty()) {
            return new BadCredentials();
        }
        return switch (check.check(nobody.user(), opened.get().password(), decoy)) {
            case Tried.Right() -> throw new IllegalStateException("nobody knows this password");
            case Tried.Wrong(int left) -> new Unknown(left);
            case Tried.Blocked(var until) -> new Throttled(until);
            case Tried.Busy() -> BUSY;
        };
    }
}
