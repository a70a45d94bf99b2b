package org.franklin.box.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent.Kind;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class NoteLimitsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final NoteLimits limits = new NoteLimits();

    @Test
    void admitsTheSameThingOnceAMinuteAndCountsTheRest() {
        assertEquals(Optional.of("old"), admit(0, Kind.STALE, "meter 1"));
        for (int second = 1; second < 60; second++) {
            assertTrue(admit(second, Kind.STALE, "meter 1").isEmpty(), "second " + second);
        }

        assertEquals(
                Optional.of("old (before it, 59 of this kind were not noted)"),
                admit(60, Kind.STALE, "meter 1"));
        assertEquals(Optional.of("old"), admit(61, Kind.STALE, "meter 2"));
    }

    @Test
    void admitsAHundredOfAKindAMinuteWhoeverTheyAreOf() {
        int admitted = 0;
        for (int i = 0; i < 100_000; i++) {
            admitted += admit(i / 10_000, Kind.TAMPERED_MAC, "meter " + i).isPresent() ? 1 : 0;
        }

        assertEquals(100, admitted);
        assertTrue(admit(10, Kind.STALE, "meter 1").isPresent(), "another kind");
        assertEquals(
                Optional.of("old (before it, 99900 of this kind were not noted)"),
                admit(60, Kind.TAMPERED_MAC, "meter 7"));
    }

    @Test
    void isNotSilencedByAClockThatWasPutBack() {
        admit(7_200, Kind.STALE, "meter 1");

        assertTrue(admit(0, Kind.STALE, "meter 1").isPresent());
    }

    private Optional<String> admit(int second, Kind kind, String subject) {
        return limits.admit(NOON.plus(Duration.ofSeconds(second)), kind, subject, "old");
    }
}
