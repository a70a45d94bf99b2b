package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.connection.TestAuthority;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Signing up, on and off, and enrolling a second computer.
class FrontDoorTest {

    @TempDir private Path home;

    private final FakeDataCenter dataCenter = new FakeDataCenter();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @Test
    void signsUpEnrolsThisDeviceAndSignsOn() {
        try (var office = office("one")) {
            var session = done(office.signUp());

            assertEquals(Office.USER, session.user());
            assertEquals(new DeviceId(1), session.device());
            assertEquals(Optional.of(session), office.desk().session());
            assertEquals(Optional.of("test.office"), office.folder().lastUser());
        }
    }

    @Test
    void wipesThePassword() {
        try (var office = office("one")) {
            for (int kind = 0; kind < 4; kind++) {
                char[] password = Office.PASSWORD.toCharArray();
                var _ =
                        switch (kind) {
                            case 0 ->
                                    office.desk()
                                            .signUp(
                                                    Office.USER,
                                                    password,
                                                    "Test",
                                                    PaymentMethod.SANDBOX_ACH);
                            case 1 -> office.desk().signOn(Office.USER, password);
                            case 2 -> office.desk().enrol(Office.USER, password);
                            default -> office.desk().recover(Office.USER, password);
                        };
                assertArrayEquals(new char[Office.PASSWORD.length()], password);
            }
        }
    }

    @Test
    void settlesASignUpWhoseAnswerIsLostBySigningOn() {
        dataCenter.loseEnrolments();
        try (var office = office("one")) {
            done(office.signUp());
        }
    }

    @Test
    void signsUpTwiceToTheSameMeterFromTheSameDevice() {
        try (var office = office("one")) {
            var first = done(office.signUp());
            var second = done(office.signUp());

            assertEquals(first.serial(), second.serial());
            assertEquals(first.device(), second.device());
        }
    }

    @Test
    void saysThatANameIsTaken() {
        try (var office = office("one")) {
            done(office.signUp());
            var why =
                    office.desk()
                            .signUp(
                                    Office.USER,
                                    "somebody else's password".toCharArray(),
                                    "Other",
                                    PaymentMethod.SANDBOX_ACH);
            assertEquals(ProblemType.USER_NAME_TAKEN.uri(), said(why));
        }
    }

    @Test
    void saysWhatIsWrongWithAPasswordOrAName() {
        try (var office = office("one")) {
            assertEquals(ProblemType.WEAK_PASSWORD.uri(), said(signUp(office, "short", "Test")));
            assertEquals(ProblemType.WRONG_PASSWORD.uri(), said(signUp(office, "", "Test")));
            assertEquals(
                    ProblemType.WRONG_PASSWORD.uri(),
                    said(signUp(office, "x".repeat(257), "Test")));
            assertEquals(ProblemType.MALFORMED.uri(), said(signUp(office, Office.PASSWORD, " ")));
            assertEquals(
                    ProblemType.WRONG_PASSWORD.uri(),
                    said(office.desk().signOn(Office.USER, "not the password".toCharArray())));
            assertTrue(office.desk().session().isEmpty());
        }
    }

    @Test
    void enrolsASecondComputerUnderANumberOfItsOwn() {
        try (var first = office("one");
                var second = office("two")) {
            done(first.signUp());
            assertInstanceOf(
                    Refusal.NotEnrolled.class,
                    why(second.desk().signOn(Office.USER, Office.PASSWORD.toCharArray())));

            var session = done(second.desk().enrol(Office.USER, Office.PASSWORD.toCharArray()));
            assertEquals(new DeviceId(2), session.device());
        }
    }

    @Test
    void recoversTheMeterForTheOnlyComputerThatIsLeft() {
        try (var lost = office("one");
                var left = office("two")) {
            done(lost.signUp());
            var session = done(left.desk().recover(Office.USER, Office.PASSWORD.toCharArray()));

            assertEquals(new DeviceId(2), session.device());
            assertInstanceOf(
                    Refusal.NotEnrolled.class,
                    why(lost.desk().signOn(Office.USER, Office.PASSWORD.toCharArray())));
        }
    }

    @Test
    void signsOffForGood() {
        try (var office = office("one")) {
            done(office.signUp());
            office.desk().signOff();

            assertTrue(office.desk().session().isEmpty());
            Asked<Quote> asked = office.desk().quote(List.of(Office.piece()));
            assertEquals(new Asked.NotGiven<Quote>(new Refusal.SignedOut()), asked);
        }
    }

    @Test
    void believesOnlyTheRootThatCameFirst() {
        try (var office = office("one")) {
            done(office.signUp());
            dataCenter.keys(new FakePost(dataCenter.post().serial()).keys());

            var why = why(office.desk().signOn(Office.USER, Office.PASSWORD.toCharArray()));
            assertTrue(assertInstanceOf(Refusal.NotTrusted.class, why).detail().contains("root"));
        }
    }

    @Test
    void sealsPasswordsToTheCertifiedAuthenticationBoxOnly() {
        var keys = dataCenter.post().keys();
        var others = new FakePost(dataCenter.post().serial()).keys();
        for (Keys bad :
                List.of(
                        new Keys(keys.root(), others.certificates(), FakePost.CREDENTIALS),
                        new Keys(keys.root(), keys.certificates(), FakePost.METER),
                        new Keys(keys.root(), keys.certificates(), 99))) {
            dataCenter.keys(bad);
            try (var office = office("one")) {
                assertInstanceOf(Refusal.NotTrusted.class, why(office.signUp()));
            }
        }
        assertFalse(dataCenter.meter().steps().size() > 1, "nobody was enrolled");
    }

    @Test
    void tellsAWrongAuthorityFromADataCenterThatDoesNotAnswer() {
        var other = new TestAuthority("Somebody else");
        int port = dataCenter.identity().address().url().getPort();
        try (var office = Office.open(home.resolve("one"), other.identity(port))) {
            assertInstanceOf(Refusal.NotTrusted.class, why(office.signUp()));
        }
        dataCenter.close();
        try (var office = office("two")) {
            assertInstanceOf(Refusal.DoesNotAnswer.class, why(office.signUp()));
        }
    }

    @Test
    void refusesToAskForPricesOfNothingOrTooMuch() {
        try (var office = office("one")) {
            done(office.signUp());
            for (int count : new int[] {0, 1_001}) {
                var asked = office.desk().quote(Collections.nCopies(count, Office.piece()));
                assertInstanceOf(Asked.NotGiven.class, asked);
            }
        }
    }

    @Test
    void neverPrintsATokenOrAPassword() {
        try (var office = office("one")) {
            String printed = done(office.signUp()) + " " + office.folder().key();

            assertFalse(printed.contains(Office.PASSWORD));
            assertFalse(printed.contains("token"));
        }
    }

    private Office office(String name) {
        return Office.open(home.resolve(name), dataCenter.identity());
    }

    private static SigningOn signUp(Office office, String password, String business) {
        return office.desk()
                .signUp(
                        new UserName("another.name"),
                        password.toCharArray(),
                        business,
                        PaymentMethod.SANDBOX_ACH);
    }

    private static Session done(SigningOn signingOn) {
        return assertInstanceOf(SigningOn.Done.class, signingOn).session();
    }

    private static Refusal why(SigningOn signingOn) {
        return assertInstanceOf(SigningOn.NotDone.class, signingOn).why();
    }

    private static String said(SigningOn signingOn) {
        return assertInstanceOf(Refusal.Said.class, why(signingOn)).problem().type();
    }
}
