package org.franklin.datacenter.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.stream.LongStream;

/// Production boxes and handlers through runs of accidents, each from a seed. `-Dseeds=N` makes
/// more runs, `-Dseed=S` replays one.
@ParameterizedClass
@EnumSource(Suite.class)
class SimulatorTest {

    private static final int SEEDS = 200;
    private static final int REPLAYED = 5;

    private final Factory factory;

    SimulatorTest(Suite suite) {
        factory = new Factory(suite);
    }

    @Test
    void keepsEveryPromiseWhateverHappens() {
        var total =
                seeds().mapToObj(seed -> Run.of(factory, seed, Variation.NONE))
                        .reduce(new Run.Report(0, 0, 0, 0, Duration.ZERO, 0), Run.Report::plus);

        System.out.printf(
                "SIMULATOR %d seeds: %d steps, %d crashes, %d faults, %d pieces, %d seconds of"
                        + " simulated time%n",
                seeds().count(),
                total.steps(),
                total.crashes(),
                total.faults(),
                total.pieces(),
                total.time().toSeconds());
        assertTrue(total.pieces() > 0, "nobody franked anything");
    }

    private static LongStream seeds() {
        Long one = Long.getLong("seed");
        return one != null
                ? LongStream.of(one)
                : LongStream.rangeClosed(1, Integer.getInteger("seeds", SEEDS));
    }

    @Test
    void replaysARunFromItsSeed() {
        for (long seed = 1; seed <= REPLAYED; seed++) {
            assertEquals(
                    Run.of(factory, seed, Variation.NONE),
                    Run.of(factory, seed, Variation.NONE),
                    "seed " + seed);
        }
    }

    @Test
    void printsTheSeedAndTheLastEventsOfAFailure() {
        var failure =
                assertThrows(
                        AssertionError.class, () -> Run.of(factory, 1, Variation.CACHES_WRITES));

        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("seed 1 (HONEST): "), message);
        assertTrue(message.contains("-Dseed=1;"), message);
        assertTrue(message.lines().count() > 2, message);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void seesThatARuleIsMissing(Variation variation) {
        assertTrue(
                LongStream.rangeClosed(1, SEEDS).anyMatch(seed -> isBroken(seed, variation)),
                variation + " breaks no promise");
    }

    private boolean isBroken(long seed, Variation variation) {
        try {
            Run.of(factory, seed, variation);
            return false;
        } catch (AssertionError e) {
            return e.getCause() instanceof Violation;
        }
    }
}
