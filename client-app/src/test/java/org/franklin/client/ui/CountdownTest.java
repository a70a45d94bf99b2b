package org.franklin.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class CountdownTest {

    private final Immediate time = new Immediate();
    private final Countdown countdown = new Countdown(time);
    private final List<String> told = new ArrayList<>();

    @Test
    void showsEachSecondAndRunsInPlaceOfZero() {
        count(3);
        assertEquals(List.of("3"), told, "the first number is there at once");

        time.pass(Duration.ofMillis(2_999));
        assertEquals(List.of("3", "2", "1"), told);
        time.pass(Duration.ofMillis(1));
        assertEquals(List.of("3", "2", "1", "go"), told);
        assertFalse(time.isWaiting());
    }

    @Test
    void aNewCountStopsTheOneBefore() {
        count(3);
        time.pass(Duration.ofMillis(500));
        count(2);
        time.pass(Duration.ofMinutes(1));

        assertEquals(List.of("3", "2", "1", "go"), told);
    }

    @Test
    void isSilentOnceItIsStopped() {
        count(5);
        time.pass(Duration.ofSeconds(1));
        countdown.stop();
        countdown.stop();
        time.pass(Duration.ofMinutes(1));

        assertEquals(List.of("5", "4"), told);
    }

    @Test
    void whatRunsAtZeroMayCountAgain() {
        countdown.from(1, second -> told.add("" + second), () -> count(2));
        time.pass(Duration.ofMinutes(1));

        assertEquals(List.of("1", "2", "1", "go"), told);
    }

    private void count(int seconds) {
        countdown.from(seconds, second -> told.add("" + second), () -> told.add("go"));
    }
}
