package org.franklin.client.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.franklin.client.ui.Immediate;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class IdleModelTest {

    private final Immediate time = new Immediate();
    private final IdleModel model = new IdleModel(time, time);

    @Test
    void nobodyIsWatchedBeforeSomebodySignsOn() {
        time.pass(Duration.ofHours(1));

        assertEquals(new Presence.Nobody(), model.presenceProperty().get());
    }

    @Test
    void warnsForTheLastMinuteSecondBySecond() {
        model.begin();
        time.pass(Duration.ofMinutes(14).minusSeconds(1));
        assertEquals(new Presence.Here(), model.presenceProperty().get());

        time.pass(Duration.ofSeconds(1));
        assertEquals(new Presence.Leaving(60), model.presenceProperty().get());
        time.pass(Duration.ofSeconds(18));
        assertEquals(new Presence.Leaving(42), model.presenceProperty().get());
        time.pass(Duration.ofSeconds(42));
        assertEquals(new Presence.TimedOut(), model.presenceProperty().get());
        assertFalse(time.isWaiting());
    }

    @Test
    void aTouchBeginsTheQuarterOfAnHourAnew() {
        model.begin();
        time.pass(Duration.ofMinutes(14).plusSeconds(30));
        model.touch();
        assertEquals(new Presence.Here(), model.presenceProperty().get());

        time.pass(Duration.ofMinutes(14).minusSeconds(1));
        assertEquals(new Presence.Here(), model.presenceProperty().get());
        time.pass(Duration.ofMinutes(1).plusSeconds(1));
        assertEquals(new Presence.TimedOut(), model.presenceProperty().get());
    }

    @Test
    void aTouchAfterTheEndDoesNotSignOnAgain() {
        model.begin();
        time.pass(IdleModel.LONGEST);
        model.touch();

        assertEquals(new Presence.TimedOut(), model.presenceProperty().get());
    }

    @Test
    void signingOutEndsTheWatch() {
        model.begin();
        model.end();
        time.pass(Duration.ofHours(1));

        assertEquals(new Presence.Nobody(), model.presenceProperty().get());
        assertFalse(time.isWaiting());
    }

    @Test
    void signingOnTwiceKeepsOneWatch() {
        model.begin();
        time.pass(Duration.ofMinutes(10));
        model.begin();
        time.pass(Duration.ofMinutes(10));

        assertEquals(new Presence.Here(), model.presenceProperty().get());
    }
}
