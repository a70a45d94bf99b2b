package org.franklin.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.authentication.AuthenticationBox;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.Policy;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.health.StuckRandom;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SigningKey;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All four boxes are closed, and break, in one way.
@ParameterizedClass
@EnumSource(Suite.class)
class ClosedBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Policy POLICY = Policy.standard(Argon2Cost.FLOOR);
    private static final String CLOSED = "the box is closed";
    private static final int CALLERS = 8;

    private static final SteelBoxRequest MAKE = new SteelBoxRequest.Make(new SerialNumber(1042));
    private static final AuthenticationBoxRequest LOOK =
            new AuthenticationBoxRequest.Look(Bytes.EMPTY);
    private static final MeterBoxRequest SHOW = new MeterBoxRequest.Show(Bytes.EMPTY, 0);
    private static final TransactionBoxRequest SHOW_ACCOUNT =
            new TransactionBoxRequest.Show(Bytes.EMPTY, 0);

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private final HandClock clock = new HandClock("2026-11-22T10:00:00Z");
    private final StuckRandom source = new StuckRandom();
    private final CheckedRandom random = CheckedRandom.over(source);
    private Seeds seeds;
    private LocalJournal meterLog;
    private LocalJournal accountLog;

    @BeforeEach
    void make() throws IOException {
        seeds =
                new Manufacturing(RANDOM, clock)
                        .make(SigningKey.generate(RANDOM).publicKey(), suite)
                        .seeds();
        meterLog = journal("meter", MeterBox.journalKey(seeds.meter()));
        accountLog = journal("transaction", TransactionBox.journalKey(seeds.transaction()));
    }

    private LocalJournal journal(String name, MasterKey key) throws IOException {
        var disk = new FolderDisk(dir);
        LocalJournal.create(disk, name, key);
        return LocalJournal.open(disk, name, key, clock);
    }

    @AfterEach
    void closeTheJournals() {
        meterLog.close();
        accountLog.close();
    }

    private SecureBox steel() {
        return SteelBox.open(seeds.steel(), clock, random);
    }

    private SecureBox authentication() {
        return AuthenticationBox.open(seeds.authentication(), POLICY, clock, random);
    }

    private SecureBox meter() {
        return MeterBox.open(seeds.meter(), meterLog, random, clock).behindItsWall();
    }

    private SecureBox accounts() {
        return TransactionBox.open(seeds.transaction(), accountLog, random, clock).behindItsWall();
    }

    private static SteelBoxAnswer ask(SecureBox box, SteelBoxRequest request) {
        return new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, box).call(request);
    }

    private static AuthenticationBoxAnswer ask(SecureBox box, AuthenticationBoxRequest request) {
        return new BoxPort<>(AuthenticationBoxRequest.class, AuthenticationBoxAnswer.class, box)
                .call(request);
    }

    private static MeterBoxAnswer ask(SecureBox box, MeterBoxRequest request) {
        return new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, box).call(request);
    }

    private static TransactionBoxAnswer ask(SecureBox box, TransactionBoxRequest request) {
        return new BoxPort<>(TransactionBoxRequest.class, TransactionBoxAnswer.class, box)
                .call(request);
    }

    private static MeterBoxAnswer meterSays(String reason) {
        return new MeterBoxAnswer.Stepped(new StepAnswer.OutOfService(reason));
    }

    private static TransactionBoxAnswer accountsSay(String reason) {
        return new TransactionBoxAnswer.Stepped(new StepAnswer.OutOfService(reason));
    }

    @Test
    void theSteelBoxIsOutOfServiceOnceClosed() {
        var box = steel();
        assertInstanceOf(SteelBoxAnswer.Made.class, ask(box, MAKE));
        box.close();
        box.close();
        assertEquals(new SteelBoxAnswer.OutOfService(CLOSED), ask(box, MAKE));
    }

    @Test
    void theAuthenticationBoxIsOutOfServiceOnceClosed() {
        var box = authentication();
        assertEquals(new AuthenticationBoxAnswer.Tampered(), ask(box, LOOK));
        box.close();
        box.close();
        assertEquals(new AuthenticationBoxAnswer.OutOfService(CLOSED), ask(box, LOOK));
    }

    @Test
    void theMeterBoxIsOutOfServiceOnceClosedAndHoldsNoCeremony() {
        var box = meter();
        var described = new MeterBoxRequest.Ceremony(new CeremonyRequest.Describe());
        assertInstanceOf(MeterBoxAnswer.Ceremonial.class, ask(box, described));
        box.close();
        box.close();
        for (var request : List.of(SHOW, described, new MeterBoxRequest.Events(1))) {
            assertEquals(meterSays(CLOSED), ask(box, request));
        }
    }

    @Test
    void theTransactionBoxIsOutOfServiceOnceClosedAndHoldsNoCeremony() {
        var box = accounts();
        var described = new TransactionBoxRequest.Ceremony(new CeremonyRequest.Describe());
        assertInstanceOf(TransactionBoxAnswer.Ceremonial.class, ask(box, described));
        box.close();
        box.close();
        for (var request : List.of(SHOW_ACCOUNT, described, new TransactionBoxRequest.Events(1))) {
            assertEquals(accountsSay(CLOSED), ask(box, request));
        }
    }

    @Test
    void everyBoxIsOutOfServiceOnceItsRandomSourceFails() {
        var steel = steel();
        var meter = meter();
        var accounts = accounts();
        source.stick();
        var made = assertInstanceOf(SteelBoxAnswer.OutOfService.class, ask(steel, MAKE));
        String reason = made.reason();
        assertTrue(reason.startsWith("the random source failed its test: "), reason);
        assertEquals(meterSays(reason), ask(meter, SHOW));
        assertEquals(accountsSay(reason), ask(accounts, SHOW_ACCOUNT));

        assertEquals(meterSays(reason), ask(meter, new MeterBoxRequest.Events(1)));
        assertEquals(accountsSay(reason), ask(accounts, new TransactionBoxRequest.Events(1)));
        assertEquals(
                new AuthenticationBoxAnswer.OutOfService(reason),
                ask(authentication(), LOOK),
                "it draws while it opens");
    }

    /// Callers who never pause, and a box that is closed at some moment while they ask.
    @Test
    void endsTheCallsThatAreUnderWayAndTakesNoMore() throws Exception {
        for (int round = 1; round <= 10; round++) {
            var box = steel();
            var someAnswers = new CountDownLatch(round);
            try (var threads = Executors.newFixedThreadPool(CALLERS)) {
                var callers = new ArrayList<Future<List<SteelBoxAnswer>>>();
                for (int i = 0; i < CALLERS; i++) {
                    callers.add(threads.submit(untilClosed(box, someAnswers)));
                }
                someAnswers.await();
                box.close();
                for (var caller : callers) {
                    // An exception in a call would come out here.
                    var last = caller.get().getLast();
                    assertEquals(new SteelBoxAnswer.OutOfService(CLOSED), last);
                }
            }
        }
    }

    private static Callable<List<SteelBoxAnswer>> untilClosed(SecureBox box, CountDownLatch some) {
        return () -> {
            var answers = new ArrayList<SteelBoxAnswer>();
            while (answers.isEmpty() || answers.getLast() instanceof SteelBoxAnswer.Made) {
                answers.add(ask(box, MAKE));
                some.countDown();
            }
            return answers;
        };
    }
}
