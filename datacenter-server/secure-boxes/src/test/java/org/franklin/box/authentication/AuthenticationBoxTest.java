package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxPort;
import org.franklin.box.Damage;
import org.franklin.box.HandClock;
import org.franklin.box.SecureBox;
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
import org.franklin.box.authentication.MailerRecord.SealedPassword;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxVerifier;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Login;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class AuthenticationBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Policy POLICY = Policy.standard(Argon2Cost.FLOOR);
    private static final MailerId MAILER = new MailerId("0a".repeat(16));
    private static final UserName ANNA = new UserName("anna@example.com");
    private static final SerialNumber METER = new SerialNumber(1042);
    private static final String RIGHT = "correct horse battery";
    private static final String WRONG = "correct horse batterz";

    private final HandClock clock = new HandClock("2026-11-22T12:00:00Z");
    private final Seeds seeds =
            new Manufacturing(RANDOM, clock).make(SigningKey.generate(RANDOM).publicKey()).seeds();
    private final SecureBox box =
            AuthenticationBox.open(seeds.authentication(), POLICY, clock, RANDOM);
    private final Sealing app = new Sealing(certifiedKey(seeds));
    private final Bytes device = SigningKey.generate(RANDOM).publicKey();
    private final BoxVerifier box40 =
            new BoxVerifier(VerifyingKey.of(seeds.meter().authenticationKey()).orElseThrow());

    private static Bytes certifiedKey(Seeds seeds) {
        var certificate = seeds.authentication().credentialsCertificate();
        var key = CertifiedKey.read(certificate).orElseThrow().certificate().getPublicKey();
        return Bytes.of(key.getEncoded());
    }

    private static AuthenticationBoxAnswer ask(SecureBox box, AuthenticationBoxRequest request) {
        return new BoxPort<>(AuthenticationBoxRequest.class, AuthenticationBoxAnswer.class, box)
                .call(request);
    }

    private AuthenticationBoxAnswer ask(AuthenticationBoxRequest request) {
        return ask(box, request);
    }

    private AuthenticationBoxAnswer signUp(Bytes credentials) {
        return ask(
                new SignUp(
                        MAILER,
                        ANNA,
                        "Anna's Office",
                        PaymentMethod.SANDBOX_ACH,
                        METER,
                        credentials));
    }

    private SignedUp signUp() {
        return assertInstanceOf(
                SignedUp.class, signUp(app.seal(Purpose.SIGN_UP, ANNA, RIGHT, device)));
    }

    private AuthenticationBoxAnswer signOn(Bytes record, String password) {
        return ask(new SignOn(record, app.seal(Purpose.SIGN_ON, ANNA, password, device)));
    }

    private AuthenticationBoxAnswer nobody(UserName name) {
        var sealed = app.seal(Purpose.SIGN_ON, name, RIGHT, device);
        return ask(new NoSuchMailer(Purpose.SIGN_ON, name, sealed));
    }

    private Login login(BoxSigned signed) {
        return box40.open(Login.class, signed).orElseThrow();
    }

    private static MailerRecord mailer(Bytes record) {
        return SignedRecord.body(MailerRecord.class, record).orThrow();
    }

    @Test
    void makesARecordAndTheGrantForTheFirstDevice() {
        var signedUp = signUp();
        var cluster = seeds.meter().cluster();
        var record = mailer(signedUp.record());
        assertEquals(
                new Grant(cluster, METER, record.owner(), 1, device, Grant.Kind.ENROLMENT),
                box40.open(Grant.class, signedUp.grant()).orElseThrow());
        assertEquals(MAILER, record.mailer());
        assertEquals(ANNA, record.user());
        assertEquals(METER, record.serial());
        assertEquals(202611, record.month());
        assertEquals(cluster, record.cluster());
        var plain = new String(signedUp.record().toArray(), StandardCharsets.ISO_8859_1);
        assertTrue(plain.contains(ANNA.text()), "what is not secret is legible");
        assertFalse(plain.contains("argon2id"), "what Anna is authenticated by is not");
        assertEquals("MailerRecord[" + MAILER + "]", record.toString());
        assertEquals(new Genuine(), ask(new Look(signedUp.record())));
    }

    /// So that the function server cannot sign somebody up as the owner of another's meter.
    @Test
    void makesAnOwnerOfWhoeverChoseThePassword() {
        var sealed = app.seal(Purpose.SIGN_UP, ANNA, RIGHT, device);
        var first = assertInstanceOf(SignedUp.class, signUp(sealed));
        var sentTwice = assertInstanceOf(SignedUp.class, signUp(sealed));
        var another = assertInstanceOf(SignedUp.class, signUp());

        assertEquals(mailer(first.record()).owner(), mailer(sentTwice.record()).owner());
        assertNotEquals(mailer(first.record()).owner(), mailer(another.record()).owner());
    }

    @Test
    void makesAMailerWithoutADeviceNoGrant() {
        var made = signUp(app.seal(Purpose.SIGN_UP, ANNA, RIGHT, Bytes.EMPTY));
        var record = assertInstanceOf(MailerMade.class, made).record();
        assertInstanceOf(SignedOn.class, signOn(record, RIGHT));
    }

    @Test
    void refusesANewPasswordOfFewerThanFifteenBytes() {
        var weak = app.seal(Purpose.SIGN_UP, ANNA, "fourteen bytes", device);
        assertEquals(new WeakPassword(), signUp(weak));
        var enough = app.seal(Purpose.SIGN_UP, ANNA, "fifteen bytes..", device);
        assertInstanceOf(SignedUp.class, signUp(enough));
    }

    @Test
    void signsOnWithTheRightPassword() {
        var signedOn = assertInstanceOf(SignedOn.class, signOn(signUp().record(), RIGHT));
        assertEquals(MAILER, signedOn.mailer());
        assertEquals(device, signedOn.deviceKey());
        assertEquals(clock.instant().plus(Duration.ofHours(12)), signedOn.expires());
        assertEquals(new Live(MAILER, device), ask(new Session(signedOn.token())));
    }

    @Test
    void signsAStatementOfEveryAttempt() {
        var record = signUp().record();
        var wrong = assertInstanceOf(WrongPassword.class, signOn(record, WRONG));
        clock.goOn(Duration.ofSeconds(2));
        var right = assertInstanceOf(SignedOn.class, signOn(record, RIGHT));
        var refused = login(wrong.login());
        var accepted = login(right.login());
        assertFalse(refused.accepted());
        assertTrue(accepted.accepted());
        assertEquals(Duration.ofSeconds(2), Duration.between(refused.time(), accepted.time()));
        assertNotEquals(refused.attempt(), accepted.attempt());
        assertEquals(16, accepted.attempt().length());
        assertEquals(Hash.of(device), accepted.deviceKey());
        assertEquals(MAILER, accepted.mailer());
        assertEquals(seeds.meter().cluster(), accepted.cluster());
    }

    @Test
    void grantsAnotherDeviceByPassword() {
        var record = signUp().record();
        var second = SigningKey.generate(RANDOM).publicKey();
        var sealed = app.seal(Purpose.ENROL, ANNA, RIGHT, second);
        var granted = assertInstanceOf(Granted.class, ask(enrol(record, 2, sealed)));
        assertEquals(
                new Grant(
                        seeds.meter().cluster(),
                        METER,
                        mailer(record).owner(),
                        2,
                        second,
                        Grant.Kind.ENROLMENT),
                box40.open(Grant.class, granted.grant()).orElseThrow());
        var wrong = app.seal(Purpose.ENROL, ANNA, WRONG, second);
        assertInstanceOf(WrongPassword.class, ask(enrol(record, 3, wrong)));
    }

    @Test
    void grantsARecoveryByPasswordAndSignsEverybodyOff() {
        var record = signUp().record();
        var lost = assertInstanceOf(SignedOn.class, signOn(record, RIGHT)).token();
        var wrong = app.seal(Purpose.RECOVER, ANNA, WRONG, device);
        assertInstanceOf(WrongPassword.class, ask(recover(record, wrong)));
        assertEquals(new Live(MAILER, device), ask(new Session(lost)));

        var found = SigningKey.generate(RANDOM).publicKey();
        var sealed = app.seal(Purpose.RECOVER, ANNA, RIGHT, found);
        var granted = assertInstanceOf(Granted.class, ask(recover(record, sealed)));
        assertEquals(
                new Grant(
                        seeds.meter().cluster(),
                        METER,
                        mailer(record).owner(),
                        2,
                        found,
                        Grant.Kind.RECOVERY),
                box40.open(Grant.class, granted.grant()).orElseThrow());
        assertEquals(new NoSession(), ask(new Session(lost)));
    }

    @Test
    void makesNoRecoveryOfAnEnrolmentNorAnEnrolmentOfARecovery() {
        var record = signUp().record();
        var enrol = app.seal(Purpose.ENROL, ANNA, RIGHT, device);
        var recover = app.seal(Purpose.RECOVER, ANNA, RIGHT, device);
        assertEquals(new BadCredentials(), ask(recover(record, enrol)));
        assertEquals(new BadCredentials(), ask(enrol(record, 2, recover)));
    }

    private static Enrol enrol(Bytes record, long grant, Bytes sealed) {
        return new Enrol(record, METER, grant, Grant.Kind.ENROLMENT, sealed);
    }

    private static Enrol recover(Bytes record, Bytes sealed) {
        return new Enrol(record, METER, 2, Grant.Kind.RECOVERY, sealed);
    }

    @Test
    void grantsNobodyADeviceOfAnotherMeter() {
        var sealed = app.seal(Purpose.ENROL, ANNA, RIGHT, device);
        var other =
                new Enrol(
                        signUp().record(), new SerialNumber(1043), 2, Grant.Kind.ENROLMENT, sealed);
        assertEquals(new BadCredentials(), ask(other));
    }

    @Test
    void refusesCredentialsThatAreMeantForSomethingElse() {
        var record = signUp().record();
        var enrol = app.seal(Purpose.ENROL, ANNA, RIGHT, device);
        var bert = app.seal(Purpose.SIGN_ON, new UserName("bert"), RIGHT, device);
        var elsewhere = new Sealing(device).seal(Purpose.SIGN_ON, ANNA, RIGHT, device);
        for (Bytes bad : List.of(enrol, bert, elsewhere, Bytes.EMPTY)) {
            assertEquals(new BadCredentials(), ask(new SignOn(record, bad)));
        }
        assertEquals(new BadCredentials(), signUp(enrol));
        var signOn = app.seal(Purpose.SIGN_ON, ANNA, RIGHT, device);
        assertEquals(new BadCredentials(), ask(enrol(record, 2, signOn)));
        assertEquals(new BadCredentials(), ask(new NoSuchMailer(Purpose.SIGN_ON, ANNA, enrol)));
    }

    @Test
    void noticesEachChangedByteOfARecord() {
        var record = signUp().record();
        Damage.of(record).forEach(bad -> assertEquals(new Tampered(), ask(new Look(bad))));
        var sealed = app.seal(Purpose.SIGN_ON, ANNA, RIGHT, device);
        var bad = Damage.of(record).toList().get(record.length() / 2);
        assertEquals(new Tampered(), ask(new SignOn(bad, sealed)));
        assertEquals(new Tampered(), ask(enrol(bad, 2, sealed)));
    }

    @Test
    void sealsWhatAMailerIsAuthenticatedByForThatMailerAndMonthAlone() {
        var key = new MasterKey(SecretBytes.random(32, RANDOM), seeds.meter().cluster());
        var seal = new PasswordSeal(key, seeds.meter().cluster(), RANDOM);
        var its = mailer(signUp().record());
        var sealed = with(its, MAILER, 202611, seal.seal(MAILER, 202611, "a hash"));
        assertEquals(Optional.of("a hash"), seal.open(sealed));
        var another = new MailerId("0b".repeat(16));
        assertEquals(Optional.empty(), seal.open(with(its, another, 202611, sealed.password())));
        assertEquals(Optional.empty(), seal.open(with(its, MAILER, 202612, sealed.password())));
        assertEquals(Optional.empty(), seal.open(its), "under the key of another box");
        Damage.of(sealed.password().ciphertext())
                .map(bad -> new SealedPassword(sealed.password().nonce(), bad))
                .forEach(bad ->
                        assertEquals(Optional.empty(), seal.open(with(its, MAILER, 202611, bad))));
    }

    private static MailerRecord with(
            MailerRecord its, MailerId mailer, int month, SealedPassword password) {
        return new MailerRecord(
                its.cluster(),
                mailer,
                its.user(),
                its.business(),
                its.paymentMethod(),
                its.serial(),
                its.owner(),
                month,
                password);
    }

    @Test
    void noticesARecordWithTheMacOfAnother() {
        var annas = signUp().record();
        var mac = Canonical.decode(SignedRecord.class, annas).orThrow().mac();
        var its = mailer(annas);
        var forged =
                new MailerRecord(
                        its.cluster(),
                        new MailerId("0b".repeat(16)),
                        its.user(),
                        its.business(),
                        its.paymentMethod(),
                        its.serial(),
                        its.owner(),
                        202613,
                        its.password());
        var record = Canonical.bytes(new SignedRecord(Canonical.bytes(forged), mac));
        assertEquals(new Tampered(), ask(new Look(record)));
    }

    @Test
    void knowsNoRecordOfAnotherInstallation() {
        var other =
                new Manufacturing(RANDOM, clock)
                        .make(SigningKey.generate(RANDOM).publicKey())
                        .seeds();
        var elsewhere = AuthenticationBox.open(other.authentication(), POLICY, clock, RANDOM);
        assertEquals(new Tampered(), ask(elsewhere, new Look(signUp().record())));
    }

    @Test
    void stillKnowsItsRecordsAfterARestartAndInLaterMonths() {
        var record = signUp().record();
        clock.goOn(Duration.ofDays(400));
        var again = AuthenticationBox.open(seeds.authentication(), POLICY, clock, RANDOM);
        var sealed = app.seal(Purpose.SIGN_ON, ANNA, RIGHT, device);
        assertInstanceOf(SignedOn.class, ask(again, new SignOn(record, sealed)));
    }

    @Test
    void blocksAfterFiveWrongPasswordsUntilAPauseHasPassed() {
        var record = signUp().record();
        for (int left = 4; left >= 0; left--) {
            var wrong = assertInstanceOf(WrongPassword.class, signOn(record, WRONG));
            assertEquals(left, wrong.triesLeft());
        }
        var until = clock.instant().plus(Duration.ofMinutes(15));
        assertEquals(new Throttled(until), signOn(record, RIGHT));
        var enrol = app.seal(Purpose.ENROL, ANNA, RIGHT, device);
        assertEquals(new Throttled(until), ask(enrol(record, 2, enrol)));
        clock.goOn(Duration.ofMinutes(15));
        assertInstanceOf(SignedOn.class, signOn(record, RIGHT));
        var wrong = assertInstanceOf(WrongPassword.class, signOn(record, WRONG));
        assertEquals(4, wrong.triesLeft(), "the right password gave all tries back");
    }

    @Test
    void looksAtNoMoreThanFivePasswordsThatComeAtOnce() throws Exception {
        var record = signUp().record();
        var answers = new HashMap<Class<?>, Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked =
                    IntStream.range(0, 20)
                            .mapToObj(_ -> threads.submit(() -> signOn(record, WRONG)))
                            .toList();
            for (var each : asked) {
                answers.merge(each.get().getClass(), 1, Integer::sum);
            }
        }
        assertEquals(5, answers.get(WrongPassword.class));
        assertEquals(15, answers.get(Throttled.class));
    }

    @Test
    void answersForANameThatNobodyHasAsForAWrongPassword() {
        var ghost = new UserName("ghost");
        for (int left = 4; left >= 0; left--) {
            assertEquals(new Unknown(left), nobody(ghost));
        }
        var until = clock.instant().plus(Duration.ofMinutes(15));
        assertEquals(new Throttled(until), nobody(ghost));
        assertEquals(new Unknown(4), nobody(new UserName("another")));
    }

    @Test
    void endsASessionAtSignOffAndWhenItIsNotUsed() {
        var record = signUp().record();
        var first = assertInstanceOf(SignedOn.class, signOn(record, RIGHT)).token();
        var second = assertInstanceOf(SignedOn.class, signOn(record, RIGHT)).token();
        assertEquals(new NoSession(), ask(new SignOff(first)));
        assertEquals(new NoSession(), ask(new Session(first)));
        assertEquals(new Live(MAILER, device), ask(new Session(second)));
        clock.goOn(Duration.ofMinutes(15));
        assertEquals(new NoSession(), ask(new Session(second)));
    }

    @Test
    void staysOutOfServiceWhereItsSelfTestFails() {
        var broken = new SelfTest(List.of(new SelfTest.Check("HKDF-SHA-256", () -> false)));
        var closed = AuthenticationBox.open(seeds.authentication(), POLICY, clock, RANDOM, broken);
        assertEquals(
                new OutOfService("the self-test failed: HKDF-SHA-256"),
                ask(closed, new Look(Bytes.EMPTY)));
    }
}
