package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

/// The crash matrix as far as the function server goes (C5 to C9): it dies, or its database fails,
/// at each moment of a request; the same request then gets its one answer.
@ParameterizedClass
@EnumSource(Suite.class)
class CrashTest {

    private static final Postage FUNDS = Postage.ofDollars(1_000);

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(FUNDS);
    }

    @AfterEach
    void close() {
        assertEquals(0, world.count("alarm"), "no crash looks like tampering");
        world.close();
    }

    @Test
    void paysOnceWhereverTheServerDies() {
        int moment = 1;
        while (crashes(moment)) {
            Bytes reply = maria.answered(maria.letters(moment, 1));
            assertEquals(reply, maria.answered(maria.letters(moment, 1)));
            assertEquals(moment, world.account(maria).pieces());
            moment++;
        }
        assertTrue(moment > 5, "a request has more moments than " + moment);
    }

    @Test
    void paysOnceWhereverTheDatabaseFails() {
        int moment = 1;
        while (faults(moment)) {
            maria.answered(maria.letters(moment, 1));
            assertEquals(moment, world.account(maria).pieces());
            moment++;
        }
        assertTrue(moment > 3, "a request has more moments than " + moment);
    }

    @Test
    void repairsWithTheNextRequestWhatTheLastOneLost() {
        loseTheWriteOf(1);

        maria.answered(maria.letters(2, 1));

        Mailer.issued(maria.answered(maria.letters(1, 1)));
        assertEquals(2, world.account(maria).pieces());
    }

    @Test
    void tellsTheOutcomeOfARequestWhoseWriteWasLost() {
        loseTheWriteOf(1);

        var found = assertInstanceOf(Outcomes.Result.Found.class, maria.outcome(1));

        assertEquals(found.reply(), maria.answered(maria.letters(1, 1)));
        assertEquals(new Outcomes.Result.Unknown(), maria.outcome(2));
    }

    @Test
    void cancelsForCertainWhatMayOrMayNotHaveBeenPaid() {
        loseTheWriteOf(1);

        var reply = MeterReply.decode(maria.answered(maria.cancel(1))).orThrow();

        assertInstanceOf(MeterReply.Issued.class, reply);
    }

    @Test
    void sweepsUpAfterACrashWithoutTheClient() {
        loseTheWriteOf(1);
        long before = world.count("meter_step");

        world.functions().sweep().run();

        assertEquals(before + 1, world.count("meter_step"));
    }

    @Test
    void showsTheBalanceThatTheBoxKnows() {
        loseTheWriteOf(1);

        assertEquals(1, world.account(maria).pieces());
    }

    private void loseTheWriteOf(long sequence) {
        world.faults.databaseFailsAt(2);
        assertEquals(new Result.Pending(), maria.send(maria.letters(sequence, 1)));
        world.faults.databaseFailsAt(0);
    }

    private boolean crashes(int moment) {
        var request = maria.letters(moment, 1);
        world.faults.crashAt(moment);
        try {
            maria.answered(request);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
        }
    }

    private boolean faults(int moment) {
        var request = maria.letters(moment, 1);
        world.faults.databaseFailsAt(moment);
        var result = maria.send(request);
        world.faults.databaseFailsAt(0);
        return result instanceof Result.Pending;
    }
}
