package org.franklin.box.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class LocalJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final MasterKey KEY = key(1);

    @TempDir private Path dir;

    @Test
    void remembersTheLastTwoRecordsOfASubject() throws IOException {
        var journal = open(fresh());
        take(journal, "meter 1", 0, Hash.NONE);
        Hash first = journal.slot("meter 1").orElseThrow().hash();
        take(journal, "meter 1", 1, first);

        var slot = journal.slot("meter 1").orElseThrow();
        assertEquals(1, slot.counter());
        assertEquals(first, slot.previous());
        assertEquals(record("meter 1", 1), journal.last("meter 1").orElseThrow().record());
    }

    @Test
    void takesAStepOnlyFromTheLastRecord() throws IOException {
        var journal = open(fresh());
        take(journal, "meter 1", 0, Hash.NONE);
        Hash first = journal.slot("meter 1").orElseThrow().hash();

        assertEquals(
                List.of(new Lost(), new Lost(), new Won(), new Lost()),
                journal.commit(
                        List.of(
                                step("meter 1", 2, first),
                                step("meter 1", 1, Hash.NONE),
                                step("meter 1", 1, first),
                                step("meter 1", 1, first))));
        assertEquals(1, journal.slot("meter 1").orElseThrow().counter());
    }

    @Test
    void survivesARestartWithAllItKnew() throws IOException {
        Path path = dir.resolve("meter.journal");
        LocalJournal.create(path, KEY);
        try (var journal = LocalJournal.open(JournalFile.open(path), KEY, CLOCK)) {
            grow(journal, "meter 1", 5);
            grow(journal, "meter 2", 3);
            journal.note(BoxEvent.Kind.STALE, "meter 2", "shown counter 0");
            journal.latch("meter 2", Evidence.ROLLED_BACK);
        }

        try (var again = LocalJournal.open(JournalFile.open(path), KEY, CLOCK)) {
            assertEquals(4, again.slot("meter 1").orElseThrow().counter());
            assertEquals(
                    Evidence.ROLLED_BACK,
                    again.slot("meter 2").orElseThrow().latched().orElseThrow());
            assertEquals("meter 2", again.events(1, 10).getFirst().subject());
            assertTrue(again.fault().isEmpty());
        }
    }

    @Test
    void findsAnEarlierStepByItsPlace() throws IOException {
        var journal = open(fresh());
        grow(journal, "meter 1", 20);
        grow(journal, "meter 2", 20);

        var found = journal.find("meter 1", request(7)).orElseThrow();
        assertEquals(record("meter 1", 7), found.record());
        assertTrue(journal.find("meter 1", request(99)).isEmpty());
        assertTrue(journal.find("meter 3", request(1)).isEmpty());
    }

    @Test
    void dropsAWriteThatAPowerCutTruncatedAtAnyByte() throws IOException {
        var disk = fresh();
        var journal = open(disk);
        grow(journal, "meter 1", 3);
        int whole = disk.content().length;
        disk.failsToForce = true;
        var torn = step("meter 1", 3, journal.slot("meter 1").orElseThrow().hash());
        assertInstanceOf(Unknown.class, journal.commit(List.of(torn)).getFirst());
        int length = disk.content().length - whole;

        for (int kept = 0; kept <= length; kept++) {
            var left = disk.afterPowerCut(kept);
            var again = open(left);
            long counter = again.slot("meter 1").orElseThrow().counter();
            assertEquals(kept == length ? 3 : 2, counter, "with " + kept + " bytes of the write");
            assertTrue(again.fault().isEmpty(), "with " + kept + " bytes of the write");
            take(again, "meter 1", counter + 1, again.slot("meter 1").orElseThrow().hash());
        }
    }

    @Test
    void servesNothingAfterAFailedWriteUntilARestart() throws IOException {
        var disk = fresh();
        var journal = open(disk);
        grow(journal, "meter 1", 2);
        disk.failsToForce = true;
        Hash hash = journal.slot("meter 1").orElseThrow().hash();
        assertInstanceOf(
                Unknown.class, journal.commit(List.of(step("meter 1", 2, hash))).getFirst());

        disk.failsToForce = false;
        assertInstanceOf(
                Unknown.class, journal.commit(List.of(step("meter 1", 2, hash))).getFirst());
        assertTrue(journal.fault().isPresent());
        assertEquals(1, journal.slot("meter 1").orElseThrow().counter());
    }

    @Test
    void tellsDamageFromACrash() throws IOException {
        var disk = fresh();
        grow(open(disk), "meter 1", 6);
        byte[] whole = disk.content();
        var random = new SplittableRandom(6);

        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length / 6, whole.length / 2);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            String place = "a flipped bit in byte " + at;
            assertTrue(open(new FailingDisk(damaged)).fault().isPresent(), place);
        }
    }

    @Test
    void noticesAFrameThatWasTakenOut() throws IOException {
        var disk = fresh();
        var journal = open(disk);
        grow(journal, "meter 1", 1);
        int from = disk.content().length;
        grow(journal, "meter 2", 1);
        int to = disk.content().length;
        grow(journal, "meter 3", 1);
        byte[] whole = disk.content();
        byte[] cut = new byte[whole.length - (to - from)];
        System.arraycopy(whole, 0, cut, 0, from);
        System.arraycopy(whole, to, cut, from, whole.length - to);

        assertTrue(open(new FailingDisk(cut)).fault().isPresent());
    }

    @Test
    void opensOnlyItsOwnAndNeverMakesANewOne() throws IOException {
        Path path = dir.resolve("meter.journal");
        assertThrows(NoSuchFileException.class, () -> JournalFile.open(path));
        assertFalse(Files.exists(path));

        LocalJournal.create(path, KEY);
        assertThrows(FileAlreadyExistsException.class, () -> LocalJournal.create(path, KEY));
        assertThrows(
                IOException.class,
                () -> LocalJournal.open(JournalFile.open(path), key(2), CLOCK).close());
    }

    @Test
    void refusesStepsOfALockedSubjectOnly() throws IOException {
        var journal = open(fresh());
        grow(journal, "meter 1", 2);
        grow(journal, "meter 2", 2);
        journal.latch("meter 1", Evidence.FORKED);

        Hash one = journal.slot("meter 1").orElseThrow().hash();
        Hash two = journal.slot("meter 2").orElseThrow().hash();
        assertEquals(
                List.of(new Lost(), new Won()),
                journal.commit(List.of(step("meter 1", 2, one), step("meter 2", 2, two))));
    }

    @Test
    void staysStoppedAfterARestart() throws IOException {
        var disk = fresh();
        var journal = open(disk);
        grow(journal, "meter 1", 2);
        journal.stop("a record is ahead of the box");

        assertTrue(open(new FailingDisk(disk.content())).fault().isPresent());
    }

    @Test
    void notesWhatGoesOnAndOnOnceAMinute() throws IOException {
        var journal = open(fresh());
        for (int i = 0; i < 100; i++) {
            journal.note(BoxEvent.Kind.STALE, "meter 1", "shown counter 0");
        }
        journal.note(BoxEvent.Kind.STALE, "meter 2", "shown counter 0");

        assertEquals(2, journal.events(1, 100).size());
        assertEquals(2, journal.events(2, 100).getFirst().number());
    }

    private static void grow(LocalJournal journal, String subject, int steps) {
        IntStream.range(0, steps)
                .forEach(counter ->
                        take(
                                journal,
                                subject,
                                counter,
                                journal.slot(subject).map(Slot::hash).orElse(Hash.NONE)));
    }

    private static void take(LocalJournal journal, String subject, long counter, Hash from) {
        assertEquals(List.of(new Won()), journal.commit(List.of(step(subject, counter, from))));
    }

    private static Advance step(String subject, long counter, Hash from) {
        return new Advance(
                subject,
                counter,
                from,
                record(subject, counter),
                request(counter),
                Bytes.EMPTY,
                NOON);
    }

    private static RequestKey request(long sequence) {
        return new RequestKey(1, sequence, Hash.NONE);
    }

    private static Bytes record(String subject, long counter) {
        return Bytes.of((subject + " at " + counter).getBytes(UTF_8));
    }

    private FailingDisk fresh() throws IOException {
        Path path = Files.createTempFile(dir, "fresh", ".journal");
        Files.delete(path);
        LocalJournal.create(path, KEY);
        return new FailingDisk(Files.readAllBytes(path));
    }

    private static LocalJournal open(JournalFile disk) throws IOException {
        return LocalJournal.open(disk, KEY, CLOCK);
    }

    private static MasterKey key(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return new MasterKey(SecretBytes.take(secret), Bytes.of(new byte[16]));
    }
}
