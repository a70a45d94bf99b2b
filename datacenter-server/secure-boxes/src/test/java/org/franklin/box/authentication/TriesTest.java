package org.franklin.box.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.box.authentication.Tries.Turn.Allowed;
import org.franklin.box.authentication.Tries.Turn.Blocked;
import org.franklin.model.mailer.UserName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TriesTest {

    private static final UserName ANNA = new UserName("anna");
    private static final UserName BERT = new UserName("bert");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final Tries tries = new Tries(Policy.STANDARD);

    private void take(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            tries.take(ANNA, at);
        }
    }

    @Test
    void allowsFiveAndThenBlocksForAQuarterOfAnHourAfterTheLast() {
        for (int left = 4; left >= 0; left--) {
            assertEquals(new Allowed(left), tries.take(ANNA, NOON));
        }
        assertEquals(new Blocked(NOON.plus(PAUSE)), tries.take(ANNA, NOON.plusSeconds(1)));
        var almost = NOON.plus(PAUSE).minusMillis(1);
        assertEquals(new Blocked(NOON.plus(PAUSE)), tries.take(ANNA, almost));
        assertEquals(new Allowed(4), tries.take(ANNA, NOON.plus(PAUSE)));
    }

    @Test
    void countsEachNameByItself() {
        take(5, NOON);
        assertEquals(new Allowed(4), tries.take(BERT, NOON));
    }

    @Test
    void startsAnewAfterTheRightPassword() {
        take(4, NOON);
        tries.forget(ANNA);
        assertEquals(new Allowed(4), tries.take(ANNA, NOON));
    }

    @Test
    void takesBackATryThatWasNotUsed() {
        take(5, NOON);
        tries.giveBack(ANNA);
        assertEquals(new Allowed(0), tries.take(ANNA, NOON));
        tries.giveBack(BERT);
        assertEquals(new Allowed(4), tries.take(BERT, NOON));
    }

    @Test
    void forgetsWrongTriesAPauseAfterTheLast() {
        take(2, NOON);
        take(2, NOON.plus(Duration.ofMinutes(14)));
        assertEquals(new Allowed(0), tries.take(ANNA, NOON.plus(Duration.ofMinutes(28))));
        assertEquals(new Allowed(4), tries.take(ANNA, NOON.plus(Duration.ofMinutes(43))));
    }

    @Test
    void dropsTheOldestNameWhereThereAreTooMany() {
        take(5, NOON);
        for (int i = 0; i < 99_999; i++) {
            tries.take(new UserName("user" + i), NOON);
        }
        assertEquals(new Blocked(NOON.plus(PAUSE)), tries.take(ANNA, NOON));
        tries.take(BERT, NOON);
        assertEquals(new Allowed(4), tries.take(ANNA, NOON));
    }
}
