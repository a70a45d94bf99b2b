package org.franklin.datacenter.keymanagement.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.franklin.box.BoxEntry;
import org.franklin.box.BoxPort;
import org.franklin.box.BoxUnreachable;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Live;
import org.franklin.box.authentication.AuthenticationBoxAnswer.NoSession;
import org.franklin.box.authentication.AuthenticationBoxAnswer.SignedOn;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.Grant;
import org.franklin.datacenter.keymanagement.line.ReachableBox;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class SharedAuthenticationTest {

    private static final MailerId MAILER = new MailerId("0".repeat(32));
    private static final SerialNumber SERIAL = new SerialNumber(1_001);
    private static final BoxSigned SIGNED = new BoxSigned(Bytes.EMPTY, Bytes.EMPTY);

    /// Keeps sessions and tries as a box does, and proves nothing.
    private static final class MemoryBox implements ReachableBox {

        private final int number;
        private final Set<Bytes> sessions = new HashSet<>();
        private final Map<UserName, Integer> tries = new HashMap<>();
        private int calls;
        private boolean away;

        MemoryBox(int number) {
            this.number = number;
        }

        @Override
        public boolean isThere() {
            return !away;
        }

        @Override
        public Bytes call(Bytes request) {
            if (away) {
                throw new BoxUnreachable("box " + number + " is away");
            }
            calls++;
            return new BoxEntry<>(
                            AuthenticationBoxRequest.class,
                            AuthenticationBoxAnswer.class,
                            this::answer)
                    .call(request);
        }

        private AuthenticationBoxAnswer answer(AuthenticationBoxRequest request) {
            return switch (request) {
                case AuthenticationBoxRequest.SignUp _ ->
                        new AuthenticationBoxAnswer.MailerMade(Bytes.EMPTY);
                case AuthenticationBoxRequest.SignOn(_, _) -> {
                    var token = Bytes.of(new byte[] {(byte) number, (byte) sessions.size()});
                    sessions.add(token);
                    yield new SignedOn(token, Instant.EPOCH, MAILER, Bytes.EMPTY, SIGNED);
                }
                case AuthenticationBoxRequest.Enrol _ ->
                        new AuthenticationBoxAnswer.Granted(SIGNED);
                case AuthenticationBoxRequest.Session(var token) ->
                        sessions.contains(token) ? new Live(MAILER, Bytes.EMPTY) : new NoSession();
                case AuthenticationBoxRequest.SignOff(var token) -> {
                    sessions.remove(token);
                    yield new NoSession();
                }
                case AuthenticationBoxRequest.Look _ -> new AuthenticationBoxAnswer.Genuine();
                case AuthenticationBoxRequest.NoSuchMailer(_, var user, _) ->
                        new AuthenticationBoxAnswer.Unknown(tries.merge(user, 1, Integer::sum));
            };
        }
    }

    private final List<MemoryBox> boxes = IntStream.range(0, 3).mapToObj(MemoryBox::new).toList();
    private final BoxPort<AuthenticationBoxRequest, AuthenticationBoxAnswer> shared = port();

    @Test
    void whatNeedsNoMemoryIsShared() {
        for (int i = 0; i < 30; i++) {
            signUp();
        }

        assertEquals(List.of(10, 10, 10), boxes.stream().map(box -> box.calls).toList());
    }

    @Test
    void whatNeedsNoMemoryPassesOverABoxThatIsAway() {
        boxes.get(1).away = true;

        for (int i = 0; i < 30; i++) {
            signUp();
        }

        assertEquals(30, boxes.get(0).calls + boxes.get(2).calls);
    }

    @Test
    void usersAreSpreadAndEachStaysAtOneBox() {
        for (int user = 0; user < 60; user++) {
            for (int tries = 1; tries <= 3; tries++) {
                var answer = assertInstanceOf(AuthenticationBoxAnswer.Unknown.class, guess(user));
                assertEquals(tries, answer.triesLeft(), "the tries of a user are counted once");
            }
        }

        boxes.forEach(box -> assertEquals(true, box.tries.size() > 10, "a share of the load"));
    }

    @Test
    void enrolmentsAndSignOnsOfAUserAreAtTheBoxOfTheirTries() {
        for (int user = 0; user < 20; user++) {
            guess(user);
            var its = user;
            var box =
                    boxes.stream()
                            .filter(each -> each.tries.containsKey(name(its)))
                            .findFirst()
                            .orElseThrow();
            int before = box.calls;

            shared.call(new AuthenticationBoxRequest.SignOn(record(user), Bytes.EMPTY));
            shared.call(
                    new AuthenticationBoxRequest.Enrol(
                            record(user), SERIAL, 1, Grant.Kind.ENROLMENT, Bytes.EMPTY));

            assertEquals(before + 2, box.calls);
        }
    }

    @Test
    void nobodyStandsInForABoxThatCountsTries() {
        boxes.forEach(box -> box.away = true);
        boxes.getFirst().away = false;

        long away =
                IntStream.range(0, 30)
                        .filter(user -> {
                            try {
                                guess(user);
                                return false;
                            } catch (BoxUnreachable e) {
                                return true;
                            }
                        })
                        .count();

        assertEquals(30 - boxes.getFirst().tries.size(), away);
    }

    @Test
    void aSessionIsFoundWhereItIs() {
        for (int user = 0; user < 20; user++) {
            var token = signOn(user);
            int before = calls();

            assertInstanceOf(Live.class, session(token));
            assertEquals(before + 1, calls(), "where it was seen last is remembered");

            // Another function server, or this one after a restart.
            assertInstanceOf(Live.class, port().call(new AuthenticationBoxRequest.Session(token)));
        }
    }

    @Test
    void aSessionThatEndedIsNowhere() {
        var token = signOn(1);
        var other = signOn(2);

        shared.call(new AuthenticationBoxRequest.SignOff(token));
        port().call(new AuthenticationBoxRequest.SignOff(other));

        assertInstanceOf(NoSession.class, session(token));
        assertInstanceOf(NoSession.class, session(other));
    }

    @Test
    void nobodySaysThatASessionEndedWhileItsBoxIsAway() {
        var token = signOn(1);
        var its =
                boxes.stream()
                        .filter(box -> box.sessions.contains(token))
                        .findFirst()
                        .orElseThrow();
        its.away = true;

        assertThrows(BoxUnreachable.class, () -> session(token));
        assertThrows(
                BoxUnreachable.class,
                () -> port().call(new AuthenticationBoxRequest.Session(token)));
        its.away = false;
        boxes.stream().filter(box -> box != its).forEach(box -> box.away = true);
        assertInstanceOf(Live.class, port().call(new AuthenticationBoxRequest.Session(token)));
    }

    @Test
    void bytesThatAreNoRequestAreRefusedAsByOneBox() {
        var wall = new SharedAuthentication(boxes);

        assertEquals(BoxEntry.unreadable(), wall.call(Bytes.ofHex("ffff")));
    }

    private BoxPort<AuthenticationBoxRequest, AuthenticationBoxAnswer> port() {
        return new BoxPort<>(
                AuthenticationBoxRequest.class,
                AuthenticationBoxAnswer.class,
                new SharedAuthentication(boxes));
    }

    private void signUp() {
        assertInstanceOf(
                AuthenticationBoxAnswer.MailerMade.class,
                shared.call(
                        new AuthenticationBoxRequest.SignUp(
                                MAILER,
                                name(1),
                                "Franklin Demo Office",
                                PaymentMethod.SANDBOX_ACH,
                                SERIAL,
                                Bytes.EMPTY)));
    }

    private AuthenticationBoxAnswer guess(int user) {
        return shared.call(
                new AuthenticationBoxRequest.NoSuchMailer(
                        Purpose.SIGN_ON, name(user), Bytes.EMPTY));
    }

    private Bytes signOn(int user) {
        return assertInstanceOf(
                        SignedOn.class,
                        shared.call(new AuthenticationBoxRequest.SignOn(record(user), Bytes.EMPTY)))
                .token();
    }

    private AuthenticationBoxAnswer session(Bytes token) {
        return shared.call(new AuthenticationBoxRequest.Session(token));
    }

    private int calls() {
        return boxes.stream().mapToInt(box -> box.calls).sum();
    }

    private static UserName name(int user) {
        return new UserName("office-" + user);
    }

    private static Bytes record(int user) {
        var record =
                new MailerRecord(
                        Bytes.EMPTY,
                        MAILER,
                        name(user),
                        "Franklin Demo Office",
                        PaymentMethod.SANDBOX_ACH,
                        SERIAL,
                        Hash.NONE,
                        202_611,
                        new MailerRecord.SealedPassword(Bytes.EMPTY, Bytes.EMPTY));
        return Canonical.bytes(new SignedRecord(Canonical.bytes(record), Bytes.EMPTY));
    }
}
