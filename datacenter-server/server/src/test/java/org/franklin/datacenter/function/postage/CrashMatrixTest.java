package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.Points.Fault;
import org.franklin.datacenter.function.Points.Place;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The rows of the crash matrix (`protocol`, 2.6) in which function server and one box take part.
/// Each test is named after its row.
@ParameterizedClass
@EnumSource(Suite.class)
class CrashMatrixTest {

    private static final Postage FUNDS = Postage.ofDollars(100);

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;
    private List<String> evidence = List.of();

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(FUNDS);
    }

    @AfterEach
    void nothingElseLooksLikeTampering() {
        assertEquals(
                evidence,
                world.functions().alarms().newest().stream().map(StoredAlarm::evidence).toList());
        world.close();
    }

    @Test
    void c2FunctionServerDiesBeforeItCallsTheBox() {
        var request = maria.letters(1, 1);
        world.faults.beforeTheNextBoxCall(() -> {
            throw new Crash();
        });
        assertThrows(Crash.class, () -> maria.send(request));
        world.restart();
        assertEquals(0, pieces());

        maria.answered(request);

        onePieceAndNoRepair();
    }

    @Test
    void c3BoxDiesInItsJournalWrite() throws IOException {
        var request = maria.letters(1, 1);
        dies(request, Place.WRITE, Fault.DIES_BEFORE);
        assertEquals(0, pieces());

        maria.answered(request);

        onePieceAndNoRepair();
    }

    @Test
    void c4FsyncReturnsAnErrorAndTheBoxNeverServesAgain() throws IOException {
        var request = maria.letters(1, 1);
        world.points.failAtNext(Place.FSYNC, Fault.FAILS);
        assertEquals(new Result.Pending(), maria.send(request));
        world.points.rest();

        assertEquals(new Result.Pending(), maria.send(request));

        world.reopen();
        maria.answered(request);
        assertEquals(1, pieces());
    }

    @Test
    void c5BoxDiesAfterItsCommitBeforeItsReply() throws IOException {
        var request = maria.letters(1, 1);
        long before = world.count("meter_step");
        dies(request, Place.FSYNC, Fault.DIES_AFTER);
        assertEquals(before, world.count("meter_step"));

        maria.answered(request);

        onePieceGivenAgain();
    }

    @Test
    void c6FunctionServerDiesHoldingTheReplyAndTheSweepStoresIt() throws IOException {
        var request = maria.letters(1, 1);
        long before = world.count("meter_step");
        dies(request, Place.BEGIN_IMMEDIATE, Fault.DIES_BEFORE);

        world.functions().sweep().run();

        assertEquals(before + 1, world.count("meter_step"), "without the client");
        onePieceGivenAgain();
        maria.answered(request);
        assertEquals(1, pieces());
    }

    @Test
    void c7DatabaseRejects() {
        var request = maria.letters(1, 1);
        world.points.failAtNext(Place.BEGIN_IMMEDIATE, Fault.FAILS);
        assertEquals(new Result.Pending(), maria.send(request));
        world.points.failAtNext(Place.BEGIN_IMMEDIATE, Fault.FAILS);
        assertEquals(new Result.Pending(), maria.send(request));
        world.points.rest();

        maria.answered(request);

        assertEquals(1, pieces());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "ANSWER_LOST"})
    void c8DatabaseCommitInDoubt(Fault fault) {
        var request = maria.letters(1, 1);
        world.points.failAtNext(Place.COMMIT, fault);
        var first = maria.send(request);
        world.points.rest();

        var reply = maria.answered(request);

        assertFalse(
                first instanceof Result.Answered(var other) && !other.equals(reply),
                "two outcomes");
        assertEquals(1, pieces());
    }

    @Test
    void c9AnswerIsLostAfterTheDatabaseCommit() throws IOException {
        var request = maria.letters(1, 1);
        long before = world.count("meter_step");
        Bytes lost = maria.answered(request);
        world.reopen();
        assertEquals(before + 1, world.count("meter_step"));

        assertEquals(lost, maria.answered(request));

        onePieceAndNoRepair();
    }

    @Test
    void c10TwoFunctionServersHandleTheSameRequest() {
        var request = maria.letters(1, 1);
        var another = world.anotherServer().postage();
        world.faults.beforeTheNextBoxCall(
                () -> another.dispense(maria.session(), maria.serial(), request));

        var reply = maria.answered(request);

        assertEquals(
                new Result.Answered(reply),
                another.dispense(maria.session(), maria.serial(), request));
        assertEquals(1, pieces());
    }

    @Test
    void c11FunctionServerIsTwoStepsBehindAndReadsAgain() {
        var another = world.anotherServer().postage();
        world.faults.beforeTheNextBoxCall(() -> {
            another.dispense(maria.session(), maria.serial(), maria.letters(1, 1));
            another.dispense(maria.session(), maria.serial(), maria.letters(2, 1));
        });

        maria.answered(maria.letters(3, 1));

        assertEquals(3, pieces());
    }

    @Test
    void c12DatabaseFailOverLostTheLastTransaction() {
        byte[] old = record();
        var request = maria.letters(1, 1);
        Bytes reply = maria.answered(request);
        world.putMeterRecord(maria, old);
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");

        assertEquals(reply, maria.answered(request));

        onePieceGivenAgain();
    }

    @Test
    void c13BackupLostSeveralTransactions() {
        byte[] old = record();
        var request = maria.letters(1, 1);
        Bytes reply = maria.answered(request);
        maria.answered(maria.letters(2, 1));
        world.putMeterRecord(maria, old);
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence > 0");

        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));

        assertEquals(reply, maria.answered(request), "what was paid stays in reach");
        evidence = List.of("ROLLED_BACK");
    }

    @Test
    void c19BoxDiesWithinABatchAndNothingWasCharged() throws IOException {
        var request = maria.letters(1, 20);
        dies(request, Place.WRITE, Fault.DIES_BEFORE);
        assertEquals(0, pieces());

        assertEquals(20, Mailer.issued(maria.answered(request)).indicia().size());

        assertEquals(20, pieces());
    }

    @Test
    void c19BoxDiesAfterABatchAndAllOfItWasCharged() throws IOException {
        var request = maria.letters(1, 20);
        dies(request, Place.FSYNC, Fault.DIES_AFTER);
        assertEquals(20, pieces());

        assertEquals(20, Mailer.issued(maria.answered(request)).indicia().size());

        assertEquals(20, pieces());
    }

    @Test
    void c21PowerIsLostWhileMoneyIsOnItsWayAndTheSweepBringsIt() throws IOException {
        var id = UUID.randomUUID();
        world.points.failAtNext(Place.FSYNC, Fault.DIES_AFTER);
        assertThrows(Crash.class, () -> maria.refill(id, Postage.ofDollars(7)));
        world.points.rest();
        world.reopen();

        world.functions().sweep().run();

        assertEquals(
                FUNDS.plus(Postage.ofDollars(7)), world.account(maria).registers().descending());
        assertInstanceOf(RefillMeter.Result.Refilled.class, maria.refill(id, Postage.ofDollars(7)));
        assertEquals(
                FUNDS.plus(Postage.ofDollars(7)), world.account(maria).registers().controlTotal());
    }

    @Test
    void c22BitRotInOneStepLocksThatMeterAloneAndNobodyIsToldThatNothingWasCharged()
            throws IOException {
        var bob = world.mailer("bob").holding(FUNDS);
        long from = Files.size(world.meterFile());
        maria.answered(maria.letters(1, 1));
        long to = Files.size(world.meterFile());
        maria.answered(maria.letters(2, 1));
        bob.answered(bob.letters(1, 1));
        byte[] rotten = Files.readAllBytes(world.meterFile());
        rotten[(int) ((from + to) / 2)] ^= 1;
        world.close();
        Files.write(world.meterFile(), rotten);
        world.reopen();
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");

        assertEquals(new Result.Pending(), maria.send(maria.letters(1, 1)));
        assertEquals(new Result.Pending(), maria.send(maria.letters(3, 1)));

        assertTrue(world.account(maria).locked());
        assertEquals(2, pieces());
        bob.answered(bob.letters(2, 1));
    }

    @Test
    void c22BitRotInWhatAStartReadsStopsTheBoxAndChargesNobody() throws IOException {
        maria.answered(maria.letters(1, 1));
        var request = maria.letters(2, 1);
        world.close();
        byte[] good = Files.readAllBytes(world.meterFile());
        byte[] rotten = good.clone();
        rotten[good.length / 2] ^= 1;
        Files.write(world.meterFile(), rotten);
        for (int i = 0; i < 2; i++) {
            Files.deleteIfExists(world.meterFile().resolveSibling("meter.journal.snapshot-" + i));
        }
        world.reopen();
        assertEquals(new Result.Pending(), maria.send(request));

        world.close();
        Files.write(world.meterFile(), good);
        world.reopen();
        maria.answered(request);

        assertEquals(2, pieces());
    }

    @Test
    void c23ClockJumpsBackAndTimeStandsStill() {
        var first = Mailer.issued(maria.answered(maria.letters(1, 1)));
        world.pass(Duration.ofHours(-5));

        var second = Mailer.issued(maria.answered(maria.letters(2, 1)));

        assertEquals(time(first), time(second));
        world.pass(Duration.ofHours(6));
        var third = Mailer.issued(maria.answered(maria.letters(3, 1)));
        assertEquals(Duration.ofHours(1), Duration.between(time(second), time(third)));
    }

    private static Instant time(MeterReply reply) {
        return reply.receipt().receipt().time();
    }

    /// Everything dies at the next such place, and is opened again.
    private void dies(DeviceSigned request, Place place, Fault fault) throws IOException {
        world.points.failAtNext(place, fault);
        try {
            maria.send(request);
        } catch (Crash _) {
            // The function server hears nothing any more, or takes it for a fault of its database.
        }
        assertTrue(world.points.isDead());
        world.points.rest();
        world.reopen();
    }

    private long pieces() {
        return world.account(maria).pieces();
    }

    private byte[] record() {
        return world.blob(
                "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
    }

    private void onePieceAndNoRepair() {
        assertEquals(1, pieces());
        assertEquals(List.of(), world.events());
    }

    private void onePieceGivenAgain() {
        assertEquals(1, pieces());
        assertEquals(
                List.of(BoxEvent.Kind.REDO), world.events().stream().map(BoxEvent::kind).toList());
    }
}
