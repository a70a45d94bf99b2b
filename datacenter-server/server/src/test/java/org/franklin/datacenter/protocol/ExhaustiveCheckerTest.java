package org.franklin.datacenter.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/// The production core and the production way of a handler, in every order of events that a small
/// world can bring: one meter, two devices, two handlers. `-Drequests=3` and `-Dcrashes=2` make it
/// larger.
class ExhaustiveCheckerTest {

    private static final int REQUESTS = Integer.getInteger("requests", 2);
    private static final int CRASHES = Integer.getInteger("crashes", 1);

    private static final long WANTED = 500_000;

    @Test
    void keepsEveryPromiseInEverySituation() {
        var report = explore(CRASHES, Variation.NONE, Accident.NONE);

        assertEquals(Optional.empty(), report.fault());
        assertTrue(report.states() >= WANTED, "only " + report.states() + " situations");
    }

    @Test
    void givesNothingToAnAdministratorWhoPutsBackWhatWas() {
        assertEquals(Optional.empty(), explore(0, Variation.NONE, Accident.RESTORE).fault());
    }

    @Test
    void chargesNobodyWhoCannotGetTheReplyWhenAnAdministratorDeletesARow() {
        assertEquals(Optional.empty(), explore(0, Variation.NONE, Accident.DELETE_ROW).fault());
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_SLOT, NONE, I4",
        "NO_CONFIRM, NONE, I4",
        "NO_SEQUENCE, DELETE_ROW, I2",
        "NO_SWAP, NONE, I1"
    })
    void failsWithoutAnyOneOfItsRules(Variation variation, Accident accident, String broken) {
        var fault = explore(1, variation, accident).fault();

        assertTrue(fault.isPresent(), variation + " breaks no promise");
        assertTrue(fault.get().startsWith(broken), fault.get());
    }

    private static Exploration.Report explore(int crashes, Variation variation, Accident accident) {
        var report = Exploration.of(REQUESTS, crashes, variation, accident);
        System.out.printf(
                "CHECKER %s, %s: %d situations, %d steps of the core, %s%n",
                variation,
                accident,
                report.states(),
                report.steps(),
                report.fault().map(fault -> "fails: " + fault).orElse("no fault"));
        return report;
    }
}
