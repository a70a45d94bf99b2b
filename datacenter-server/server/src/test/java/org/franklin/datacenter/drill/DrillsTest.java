package org.franklin.datacenter.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.drill.attack.Answer;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.attack.Drills;
import org.franklin.datacenter.drill.ground.Base;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.stream.Stream;

/// Every attack of the table, on real files.
class DrillsTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir static Path folder;
    private static Exercise exercise;

    @BeforeAll
    static void makeADemo() throws IOException {
        DemoFolder.make(folder.resolve("demo"));
        var prepared =
                Base.prepare(
                        folder.resolve("demo"), folder.resolve("work"), Clock.systemUTC(), RANDOM);
        var base = assertInstanceOf(Base.Prepared.Ready.class, prepared, prepared::toString).base();
        exercise = new Exercise(base, folder.resolve("work"), Clock.systemUTC(), RANDOM);
    }

    static Stream<Named<Drill>> drills() {
        return Drills.ALL.stream().map(drill -> Named.of(drill.name(), drill));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drills")
    void isAnsweredAsPromised(Drill drill) throws IOException {
        var finding = exercise.run(drill);

        assertInstanceOf(drill.promised(), finding.answer(), finding.answer().detail());
        assertTrue(finding.before().balance(), finding.before()::toString);
        assertTrue(finding.after().balance(), finding.after()::toString);
        if (finding.answer() instanceof Answer.DetectedBy) {
            assertTrue(finding.extra() > 0, "what is only detected is not called nothing");
        } else {
            assertEquals(0, finding.extra(), "mills gained by the attack");
        }
        assertTrue(finding.asPromised());
    }

    @Test
    void eachHasItsOwnName() {
        var names = new HashSet<String>();

        Drills.ALL.forEach(drill -> assertTrue(names.add(drill.name()), drill.name()));
    }
}
