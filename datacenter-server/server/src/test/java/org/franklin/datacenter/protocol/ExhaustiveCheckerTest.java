package org.franklin.datacenter.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// The production core and the production way of a handler, in every order of events that a small
/// world can bring: one meter, two devices, two handlers. `-Dcrashes=2` makes it larger.
@ParameterizedClass
@EnumSource(Suite.class)
class ExhaustiveCheckerTest {

    private static final int MORE_CRASHES = Integer.getInteger("crashes", 1) - 1;

    private static final long WANTED = 500_000;

    /// How often each device asks, and how often something crashes.
    private record World(int first, int second, int crashes) {}

    private static final World SMALL = new World(1, 1, MORE_CRASHES);
    private static final World USUAL = new World(2, 1, 1 + MORE_CRASHES);

    @Parameter private Suite suite = Suite.STANDARD;

    @Test
    void keepsEveryPromiseInEverySituation() {
        var report = explore(USUAL, Variation.NONE, Accident.NONE);

        assertEquals(Optional.empty(), report.fault());
        assertTrue(report.states() >= WANTED, "only " + report.states() + " situations");
    }

    @Test
    void givesNothingToAnAdministratorWhoPutsBackWhatWas() {
        assertEquals(Optional.empty(), explore(SMALL, Variation.NONE, Accident.RESTORE).fault());
    }

    @Test
    void chargesNobodyWhoCannotGetTheReplyWhenAnAdministratorDeletesARow() {
        assertEquals(Optional.empty(), explore(SMALL, Variation.NONE, Accident.DELETE_ROW).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_SLOT, NONE, I4",
        "NO_CONFIRM, NONE, I4",
        "NO_SEQUENCE, DELETE_ROW, I2",
        "NO_SWAP, NONE, I1"
    })
    void failsWithoutAnyOneOfItsRules(Variation variation, Accident accident, String broken) {
        var fault = explore(USUAL, variation, accident).fault();

        assertTrue(fault.isPresent(), variation + " breaks no promise");
        assertTrue(fault.get().startsWith(broken), fault.get());
    }

    private Exploration.Report explore(World world, Variation variation, Accident accident) {
        var report =
                Exploration.of(
                        new StepTree(suite, world.first(), world.second(), variation),
                        world.crashes(),
                        variation,
                        accident);
        System.out.printf(
                "CHECKER %s, %s, %s: %d situations, %d steps of the core, %s%n",
                suite,
                variation,
                accident,
                report.states(),
                report.steps(),
                report.fault().map(fault -> "fails: " + fault).orElse("no fault"));
        return report;
    }
}
