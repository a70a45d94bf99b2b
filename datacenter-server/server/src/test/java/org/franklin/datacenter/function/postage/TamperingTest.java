package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
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
import java.util.List;

/// What an administrator of the database tries, and what comes of it.
@ParameterizedClass
@EnumSource(Suite.class)
class TamperingTest {

    private static final Postage FUNDS = Postage.ofDollars(100);

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
        world.close();
    }

    @Test
    void locksAMeterWhoseRegisterWasChanged() {
        byte[] record = record();
        record[record.length / 2] ^= 1;
        change(record);

        assertEquals(new Result.Locked(), maria.send(maria.letters(1, 1)));
        assertEquals(List.of("BAD_MAC"), evidence());
    }

    @Test
    void servesAgainOnceAChangedRecordIsPutRight() {
        byte[] genuine = record();
        byte[] changed = genuine.clone();
        changed[changed.length - 1] ^= 1;
        change(changed);
        maria.send(maria.letters(1, 1));
        put(genuine);

        Mailer.issued(maria.answered(maria.letters(1, 1)));
    }

    @Test
    void countsTheSameEvidenceInsteadOfRepeatingIt() {
        byte[] record = record();
        record[record.length - 1] ^= 1;
        change(record);
        maria.send(maria.letters(1, 1));
        maria.send(maria.letters(1, 1));

        assertEquals(1, world.count("alarm"));
        assertTrue(world.functions().alarms().newest().getFirst().times() > 1);
    }

    @Test
    void repairsARecordThatWasPutBackOneStep() {
        byte[] old = record();
        var request = maria.letters(1, 1);
        Bytes reply = maria.answered(request);
        put(old);

        assertEquals(reply, maria.answered(request));
        Mailer.issued(maria.answered(maria.letters(2, 1)));
        assertEquals(2, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
    }

    @Test
    void locksAMeterWhoseRecordWasPutBackTwoSteps() {
        byte[] old = record();
        maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        put(old);

        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));
        assertEquals(List.of("ROLLED_BACK"), evidence());
        assertTrue(world.account(maria).locked());
    }

    @Test
    void tellsWhatWasPaidEvenAtALockedMeter() {
        byte[] old = record();
        Bytes reply = maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        put(old);
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");

        assertEquals(reply, maria.answered(maria.letters(1, 1)));
        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));
    }

    @Test
    void givesTheSameBytesAfterTheRowOfTheLastStepWasDeleted() {
        Bytes reply = maria.answered(maria.letters(1, 1));
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");

        assertEquals(reply, maria.answered(maria.letters(1, 1)));
        assertEquals(1, world.account(maria).pieces());
    }

    @Test
    void givesTheSameBytesAfterTheRowOfAnEarlierStepWasDeleted() {
        Bytes reply = maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");
        long without = world.count("meter_step");

        assertEquals(reply, maria.answered(maria.letters(1, 1)));
        assertEquals(without + 1, world.count("meter_step"));
        assertEquals(0, world.count("alarm"));
    }

    @Test
    void tellsTheOutcomeOfARequestWhoseRowWasDeleted() {
        Bytes reply = maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");

        assertEquals(new Outcomes.Result.Found(reply), maria.outcome(1));
    }

    @Test
    void chargesNobodyTwiceWhenAPaidRowGetsAnotherNumber() {
        maria.answered(maria.letters(1, 1));
        world.sql("UPDATE meter_step SET sequence = 99 WHERE actor = 1 AND sequence = 1");

        Mailer.issued(maria.answered(maria.letters(1, 1)));
        assertEquals(1, world.account(maria).pieces());
        assertEquals(List.of("ANOTHER_STEP"), evidence());
    }

    @Test
    void ringsWhenTheRowOfALostStepIsTakenByAnother() {
        byte[] old = record();
        var request = maria.letters(1, 1);
        Bytes reply = maria.answered(request);
        put(old);
        world.sql(
                "UPDATE meter_step SET reply = x'00', sequence = 9 WHERE actor = 1 AND sequence ="
                        + " 1");

        assertEquals(reply, maria.answered(request));
        assertEquals(List.of("ANOTHER_STEP"), evidence());
    }

    @Test
    void refusesAnotherMetersRecord() {
        var bob = world.mailer("bob").holding(FUNDS);
        world.sql(
                "UPDATE meter_record SET (counter, record) = (SELECT counter, record FROM"
                        + " meter_record WHERE owner = %d) WHERE owner = %d"
                                .formatted(bob.serial().number(), maria.serial().number()));

        var result = maria.send(maria.letters(1, 1));

        assertFalse(result instanceof Result.Answered, "paid by another's meter");
        assertEquals(FUNDS, world.account(bob).registers().descending());
    }

    @Test
    void letsASlowReaderThroughWithoutAlarm() {
        var another = world.anotherServer().postage();
        world.faults.beforeTheNextBoxCall(() -> {
            another.dispense(maria.session(), maria.serial(), maria.letters(1, 1));
            another.dispense(maria.session(), maria.serial(), maria.letters(2, 1));
        });

        Mailer.issued(maria.answered(maria.letters(3, 1)));

        assertEquals(3, world.account(maria).pieces());
        assertEquals(0, world.count("alarm"));
    }

    @Test
    void noticesARestoredDatabaseWhenItStarts() {
        byte[] old = record();
        maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        put(old);

        world.functions().sweep().run();

        assertEquals(List.of("ROLLED_BACK"), evidence());
    }

    private List<String> evidence() {
        return world.functions().alarms().newest().stream().map(StoredAlarm::evidence).toList();
    }

    private byte[] record() {
        return world.blob(
                "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
    }

    private void put(byte[] record) {
        world.putMeterRecord(maria, record);
    }

    private void change(byte[] record) {
        world.changeMeterRecord(maria, record);
    }
}
