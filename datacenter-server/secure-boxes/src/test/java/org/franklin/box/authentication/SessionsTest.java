package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.Damage;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.MailerId;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class SessionsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Bytes DEVICE = Bytes.ofHex("d1");

    private static Sessions sessions(int most, int each) {
        var minutes = Duration.ofMinutes(15);
        return new Sessions(
                new Policy(
                        Argon2Cost.FLOOR,
                        1,
                        0,
                        5,
                        minutes,
                        minutes,
                        Duration.ofHours(12),
                        most,
                        each),
                new SecureRandom());
    }

    private static MailerId mailer(int number) {
        return new MailerId("%032x".formatted(number));
    }

    private final Sessions sessions = sessions(100, 3);
    private final Sessions.Opened opened = sessions.open(mailer(1), DEVICE, NOON);

    private boolean lives(Sessions in, Sessions.Opened session, Instant at) {
        return in.find(session.token(), at).isPresent();
    }

    @Test
    void tellsWhoseATokenIs() {
        var found = sessions.find(opened.token(), NOON).orElseThrow();
        assertEquals(mailer(1), found.mailer());
        assertEquals(DEVICE, found.deviceKey());
        assertEquals(32, opened.token().length());
        assertEquals(NOON.plus(Duration.ofHours(12)), opened.expires());
    }

    @Test
    void knowsNoTokenThatIsChangedOrWasNeverGiven() {
        Damage.of(opened.token())
                .forEach(bad -> assertEquals(Optional.empty(), sessions.find(bad, NOON)));
        assertEquals(Optional.empty(), sessions.find(Bytes.EMPTY, NOON));
        assertNotEquals(opened.token(), sessions.open(mailer(1), DEVICE, NOON).token());
    }

    @Test
    void endsAfterAQuarterOfAnHourWithoutUse() {
        var quarter = NOON.plus(Duration.ofMinutes(15));
        assertTrue(lives(sessions, opened, quarter.minusMillis(1)));
        assertTrue(lives(sessions, opened, quarter), "used just before");
        assertFalse(lives(sessions, opened, quarter.plus(Duration.ofMinutes(15))));
        assertFalse(lives(sessions, opened, quarter), "and does not come back");
    }

    @Test
    void endsAfterTwelveHoursHoweverMuchItIsUsed() {
        var end = NOON.plus(Duration.ofHours(12));
        for (var now = NOON; now.isBefore(end); now = now.plus(Duration.ofMinutes(10))) {
            assertTrue(lives(sessions, opened, now));
        }
        assertTrue(lives(sessions, opened, end.minusMillis(1)));
        assertFalse(lives(sessions, opened, end));
    }

    @Test
    void endsAtSignOff() {
        sessions.close(opened.token());
        assertFalse(lives(sessions, opened, NOON));
        sessions.close(opened.token());
    }

    @Test
    void makesRoomForAMailersNewSessionAtTheCostOfItsLeastUsed() {
        var second = sessions.open(mailer(1), DEVICE, NOON);
        var third = sessions.open(mailer(1), DEVICE, NOON);
        assertTrue(lives(sessions, opened, NOON), "so that the second is the least used");
        var fourth = sessions.open(mailer(1), DEVICE, NOON);
        assertFalse(lives(sessions, second, NOON));
        assertTrue(lives(sessions, opened, NOON));
        assertTrue(lives(sessions, third, NOON));
        assertTrue(lives(sessions, fourth, NOON));
    }

    @Test
    void keepsNoMoreThanItMayInAll() {
        var few = sessions(2, 2);
        var first = few.open(mailer(1), DEVICE, NOON);
        var second = few.open(mailer(2), DEVICE, NOON);
        var third = few.open(mailer(3), DEVICE, NOON);
        assertFalse(lives(few, first, NOON));
        assertTrue(lives(few, second, NOON));
        assertTrue(lives(few, third, NOON));
    }

    @Test
    void neverPrintsAToken() {
        assertFalse(opened.toString().contains(opened.token().hex().substring(0, 8)));
    }
}
