package org.franklin.datacenter.function.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.keeper.KeeperFile;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.audit.AuditReport;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Two keepers and what they can put right: the books come out to the mill.
@ParameterizedClass
@EnumSource(Suite.class)
class CeremoniesTest {

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
    void aLockedMeterIsUnlockedByTwoPeopleAndBuysAgain() throws IOException {
        lock();

        held(Task.UNLATCH_METER, Optional.of(maria.serial()));

        Mailer.issued(maria.answered(maria.letters(3, 1)));
        var account = world.account(maria);
        assertEquals(Postage.ofCents(3 * 74), account.registers().ascending());
        assertEquals(FUNDS.minus(Postage.ofCents(3 * 74)), account.registers().descending());
        assertEquals(1, events(Kind.UNLATCHED).size());
        var told = events(Kind.UNLATCHED).getFirst();
        assertTrue(told.detail().contains("Ann") && told.detail().contains("Bob"), told.detail());
        assertTrue(told.detail().contains("the backup of Friday"), told.detail());
        assertBalanced();
    }

    @Test
    void aLockedMeterStaysLockedWithoutThem() throws IOException {
        byte[] today = lock();
        world.putMeterRecord(maria, today);

        world.reopen();

        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));
    }

    @Test
    void nobodyApprovesWhatSheAskedFor() throws IOException {
        lock();
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));

        refused("cannot both ask", form, "Ann");
        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));
    }

    @Test
    void aSecondFileOfTheSameKeyMakesNoSecondPerson() throws IOException {
        lock();
        Files.copy(world.keeper("Ann"), world.keeper("Copy"), StandardCopyOption.COPY_ATTRIBUTES);
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        refused("cannot both ask", form, "Copy");

        var text = Files.readString(world.keeper("Copy")).replace("Keeper: Ann", "Keeper: Bob");
        Files.writeString(world.keeper("Copy"), text);
        refused("not by the key of Bob", form, "Copy");
    }

    @Test
    void aStrangerIsNoKeeper() throws IOException {
        lock();
        try (var key = KeeperKey.draw("Eve", new SecureRandom())) {
            KeeperFile.createPlain(world.keeper("Eve"), key);
        }
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));

        refused("Eve is no keeper", form, "Eve");
        var asked =
                ceremonies()
                        .ask(
                                Task.UNLATCH_METER,
                                Optional.of(maria.serial()),
                                "because",
                                world.signer("Eve"));
        assertEquals(new Asked.Refused("Eve is no keeper of this installation."), asked);
    }

    @Test
    void aRefusalIsInTheBoxsChainAndUndoesNobodysRequest() throws IOException {
        lock();
        var honest = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));

        refused("cannot both ask", honest, "Ann");

        var told = events(Kind.CEREMONY_REFUSED);
        assertEquals(1, told.size());
        assertEquals(
                "SamePerson of UNLATCH; asked for by Ann, approved by Ann",
                told.getFirst().detail());
        world.reopen();
        performed(honest);
        Mailer.issued(maria.answered(maria.letters(3, 1)));
        assertBalanced();
    }

    @Test
    void whatWasRefusedIsToldByAnAudit() throws IOException {
        lock();
        refused("cannot both ask", asked(Task.HEAL, Optional.empty()), "Ann");

        var report =
                new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                        .run();

        assertTrue(
                report.events().stream().anyMatch(line -> line.contains("CEREMONY_REFUSED")),
                report.events()::toString);
    }

    @Test
    void noRequestIsGoodTwice() throws IOException {
        lock();
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        performed(form);
        lockAgain();

        refused("Ask for it again", form, "Bob");
        assertEquals(new Result.Locked(), maria.send(maria.letters(9, 1)));
    }

    @Test
    void aRequestIsGoodForOneInstallation(@TempDir Path another) throws IOException {
        lock();
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        try (var other = new World(another)) {
            var held = other.functions().ceremonies().approve(form, other.signer("Bob"));
            assertInstanceOf(Held.Refused.class, held);
        }
    }

    @Test
    void aRequestOfYesterdayIsNotApproved() throws IOException {
        lock();
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        world.pass(Duration.ofHours(25));

        refused("more than a day old", form, "Bob");
    }

    @Test
    void whatIsNotLockedNeedsNoCeremony() throws IOException {
        var form = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        refused("nothing to do", form, "Bob");

        var unknown = asked(Task.UNLATCH_METER, Optional.of(new SerialNumber(9_999_999)));
        refused("knows no meter 9999999", unknown, "Bob");
        assertInstanceOf(
                Asked.Refused.class,
                ceremonies()
                        .ask(Task.UNLATCH_BOX, Optional.empty(), "because", world.signer("Ann")));
    }

    @Test
    void aReasonIsGivenInWords() throws IOException {
        for (String reason : List.of("", " ", "x".repeat(201), "two\nlines")) {
            var asked = ceremonies().ask(Task.HEAL, Optional.empty(), reason, world.signer("Ann"));
            assertInstanceOf(Asked.Refused.class, asked, reason);
        }
    }

    /// C13, whole: a backup of the database of twenty meters, several steps behind.
    @Test
    void aRestoredDatabaseOfTwentyMetersIsHealedToTheByte() throws IOException {
        var mailers = new ArrayList<Mailer>(List.of(maria));
        for (int i = 1; i < 20; i++) {
            mailers.add(world.mailer("office" + i).holding(FUNDS));
        }
        Path backup = backup();
        var replies = new TreeMap<String, Bytes>();
        for (Mailer mailer : mailers) {
            for (int sequence = 1; sequence <= 4; sequence++) {
                replies.put(
                        mailer.user() + " " + sequence,
                        mailer.answered(mailer.letters(sequence, sequence)));
            }
        }
        var records = world.blobs("SELECT record FROM meter_record ORDER BY owner");
        putBack(backup);

        for (Mailer mailer : mailers) {
            assertEquals(new Result.Locked(), mailer.send(mailer.letters(5, 1)));
        }
        assertEquals(20, events(Kind.TAMPERED_ROLLBACK).size());
        var words = held(Task.HEAL, Optional.empty());

        assertTrue(
                words.toString().contains("20 records looked at, 20 put right"), words::toString);
        assertTrue(words.toString().contains("80 steps restored"), words::toString);
        assertEquals(records, world.blobs("SELECT record FROM meter_record ORDER BY owner"));
        for (Mailer mailer : mailers) {
            for (int sequence = 1; sequence <= 4; sequence++) {
                assertEquals(
                        replies.get(mailer.user() + " " + sequence),
                        mailer.answered(mailer.letters(sequence, sequence)));
            }
            Mailer.issued(mailer.answered(mailer.letters(5, 1)));
            assertEquals(Postage.ofCents(11 * 74), world.account(mailer).registers().ascending());
        }
        assertBalanced();
    }

    @Test
    void aHealedDatabaseHasEveryPaymentAgain() throws IOException {
        Path backup = backup();
        var first = maria.refill(new UUID(1, 1), Postage.ofDollars(10));
        var second = maria.refill(new UUID(1, 2), Postage.ofDollars(20));
        long payments = world.count("payment");
        putBack(backup);
        assertEquals(payments - 2, world.count("payment"));

        held(Task.HEAL, Optional.empty());

        assertEquals(payments, world.count("payment"));
        assertEquals(first, maria.refill(new UUID(1, 1), Postage.ofDollars(10)));
        assertEquals(second, maria.refill(new UUID(1, 2), Postage.ofDollars(20)));
        assertEquals(
                FUNDS.plus(Postage.ofDollars(30)), world.account(maria).registers().descending());
        assertBalanced();
    }

    @Test
    void aRecordWhoseRowIsGoneIsPutBack() throws IOException {
        maria.answered(maria.letters(1, 1));
        var record = world.blobs("SELECT record FROM meter_record");
        world.sql("DELETE FROM meter_record");
        world.sql("DELETE FROM meter_step");

        held(Task.HEAL, Optional.of(maria.serial()));

        assertEquals(record, world.blobs("SELECT record FROM meter_record"));
        assertBalanced();
    }

    /// C22: the box cannot read its own last step, and goes on from the database's record.
    @Test
    void aDamagedStepIsHealedFromTheDatabasesRecord() throws IOException {
        long from = Files.size(world.meterFile());
        var request = maria.letters(1, 1);
        maria.answered(request);
        var bob = world.mailer("bob").holding(FUNDS);
        rot((int) (from + 150));
        world.sql("DELETE FROM meter_step WHERE actor = 1 AND sequence = 1");
        assertEquals(new Result.Pending(), maria.send(request));
        assertTrue(world.account(maria).locked());
        var unlatch = asked(Task.UNLATCH_METER, Optional.of(maria.serial()));
        refused("Ask for it to be healed", unlatch, "Bob");

        held(Task.HEAL, Optional.of(maria.serial()));
        Mailer.issued(maria.answered(maria.letters(2, 1)));

        assertEquals(2, world.account(maria).pieces());
        assertEquals(Postage.ofCents(148), world.account(maria).registers().ascending());
        Mailer.issued(bob.answered(bob.letters(1, 1)));
    }

    @Test
    void aBoxThatFellBehindIsReprovisionedAndNoCounterIsUsedTwice() throws IOException {
        var bob = world.mailer("bob").holding(FUNDS);
        maria.answered(maria.letters(1, 1));
        Map<String, byte[]> copy = memory();
        maria.answered(maria.letters(2, 1));
        bob.answered(bob.letters(1, 2));
        bob.answered(bob.letters(2, 2));
        world.close();
        putBack(copy);
        world.reopen();

        assertEquals(new Result.Pending(), maria.send(maria.letters(3, 1)));
        assertEquals(new Result.Pending(), bob.send(bob.letters(3, 1)));
        world.reopen();
        assertEquals(new Result.Pending(), bob.send(bob.letters(3, 1)));
        assertEquals(1, events(Kind.BOX_BEHIND).size());
        refused("Ask for a re-provision", asked(Task.UNLATCH_BOX, Optional.empty()), "Bob");

        held(Task.REPROVISION, Optional.empty());

        Mailer.issued(maria.answered(maria.letters(3, 1)));
        Mailer.issued(bob.answered(bob.letters(3, 1)));
        assertEquals(Postage.ofCents(3 * 74), world.account(maria).registers().ascending());
        assertEquals(Postage.ofCents(5 * 74), world.account(bob).registers().ascending());
        assertEquals(1, events(Kind.REPROVISIONED).size());
        assertBalanced();
        world.reopen();
        Mailer.issued(bob.answered(bob.letters(4, 1)));
        assertBalanced();
    }

    /// Nothing is ahead of such a box; only a counter that was used up keeps it from giving the
    /// same one again.
    @Test
    void aReprovisionUsesUpOneCounterOfEachMeter() throws IOException {
        stop();
        long before = counter();

        held(Task.REPROVISION, Optional.empty());

        assertEquals(before + 1, counter());
        Mailer.issued(maria.answered(maria.letters(2, 1)));
        assertBalanced();
    }

    @Test
    void aStoppedBoxIsUnlockedByTwoPeople() throws IOException {
        stopForAFork();
        assertEquals(new Result.Pending(), maria.send(maria.letters(2, 1)));

        held(Task.UNLATCH_BOX, Optional.empty());
        held(Task.HEAL, Optional.empty());

        Mailer.issued(maria.answered(maria.letters(2, 1)));
        world.reopen();
        Mailer.issued(maria.answered(maria.letters(3, 1)));
        assertBalanced();
    }

    private void stop() throws IOException {
        maria.answered(maria.letters(1, 1));
        Map<String, byte[]> copy = memory();
        Path backup = backup();
        maria.answered(maria.letters(2, 1));
        byte[] ahead = record();
        world.close();
        putBack(copy);
        Files.copy(backup, world.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(dir.resolve("franklin.db-wal"));
        Files.deleteIfExists(dir.resolve("franklin.db-shm"));
        world.reopen();
        byte[] own = record();
        world.putMeterRecord(maria, ahead);
        assertEquals(new Result.Pending(), maria.send(maria.letters(3, 1)));
        world.putMeterRecord(maria, own);
    }

    /// Two genuine records with one counter: the second was made by a copy of the box.
    private void stopForAFork() throws IOException {
        Map<String, byte[]> copy = memory();
        Path backup = backup();
        maria.answered(maria.letters(1, 1));
        byte[] forked = record();
        world.close();
        putBack(copy);
        putBack(backup);
        maria.answered(maria.letters(1, 2));
        world.putMeterRecord(maria, forked);
        assertEquals(new Result.Pending(), maria.send(maria.letters(2, 1)));
        assertEquals(1, events(Kind.FORKED).size());
    }

    /// Confirms tampering: a record two steps old. Returns the record of today.
    private byte[] lock() {
        byte[] old = record();
        maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));
        byte[] today = record();
        world.putMeterRecord(maria, old);
        assertEquals(new Result.Locked(), maria.send(maria.letters(3, 1)));
        return today;
    }

    private void lockAgain() {
        byte[] old = record();
        maria.answered(maria.letters(3, 1));
        maria.answered(maria.letters(4, 1));
        world.putMeterRecord(maria, old);
        assertEquals(new Result.Locked(), maria.send(maria.letters(5, 1)));
    }

    private Ceremonies ceremonies() {
        return world.functions().ceremonies();
    }

    private Bytes asked(Task task, Optional<SerialNumber> meter) throws IOException {
        var asked = ceremonies().ask(task, meter, "the backup of Friday", world.signer("Ann"));
        return assertInstanceOf(Asked.Proposed.class, asked, asked::toString).form();
    }

    private List<String> performed(Bytes form) throws IOException {
        var held = ceremonies().approve(form, world.signer("Bob"));
        return assertInstanceOf(Held.Performed.class, held, held::toString).words();
    }

    private List<String> held(Task task, Optional<SerialNumber> meter) throws IOException {
        return performed(asked(task, meter));
    }

    private void refused(String saying, Bytes form, String keeper) throws IOException {
        var held = ceremonies().approve(form, world.signer(keeper));
        var sentence = assertInstanceOf(Held.Refused.class, held, held::toString).sentence();
        assertTrue(sentence.contains(saying), sentence);
    }

    private List<BoxEvent> events(Kind kind) {
        return world.events().stream().filter(event -> event.kind() == kind).toList();
    }

    private void assertBalanced() {
        AuditReport report =
                new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                        .run();
        assertTrue(report.balances(), () -> String.join("\n", report.lines()));
        var counters = world.blobs("SELECT reply AS record FROM meter_step");
        assertEquals(counters.size(), new HashSet<>(counters).size());
    }

    private byte[] record() {
        return world.blob(
                "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
    }

    private long counter() {
        return world.count("meter_step");
    }

    private Path backup() {
        Path backup = dir.resolve("backup-" + UUID.randomUUID());
        world.sql("VACUUM INTO '" + backup + "'");
        return backup;
    }

    private void putBack(Path backup) throws IOException {
        world.close();
        Files.deleteIfExists(dir.resolve("franklin.db-wal"));
        Files.deleteIfExists(dir.resolve("franklin.db-shm"));
        Files.copy(backup, world.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        world.reopen();
    }

    /// Every file of the meter box's memory.
    private Map<String, byte[]> memory() throws IOException {
        var copy = new TreeMap<String, byte[]>();
        try (var files = Files.list(dir)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("meter.journal") && !name.endsWith(".lock")) {
                    copy.put(name, Files.readAllBytes(file));
                }
            }
        }
        return copy;
    }

    private void putBack(Map<String, byte[]> copy) throws IOException {
        for (String name : memory().keySet()) {
            Files.delete(dir.resolve(name));
        }
        for (var each : copy.entrySet()) {
            Files.write(dir.resolve(each.getKey()), each.getValue());
        }
    }

    private void rot(int at) throws IOException {
        // A snapshot at the close keeps the start from reading the rotten frame.
        world.close();
        byte[] rotten = Files.readAllBytes(world.meterFile());
        rotten[at] ^= 1;
        Files.write(world.meterFile(), rotten);
        world.reopen();
    }
}
