package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.CLOCK;
import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.KEY;
import static org.franklin.box.freshness.journal.Steps.assertHolds;
import static org.franklin.box.freshness.journal.Steps.counter;
import static org.franklin.box.freshness.journal.Steps.grow;
import static org.franklin.box.freshness.journal.Steps.hash;
import static org.franklin.box.freshness.journal.Steps.key;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.next;
import static org.franklin.box.freshness.journal.Steps.open;
import static org.franklin.box.freshness.journal.Steps.step;
import static org.franklin.box.freshness.journal.Steps.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class LocalJournalTest {

    @TempDir private Path dir;

    @Test
    void remembersTheLastTwoRecordsOfASubject() throws IOException {
        var journal = open(manufactured(1));
        grow(journal, "meter 1", 2);

        assertHolds(journal, "meter 1", 1, "two steps");
        assertTrue(journal.slot("meter 2").isEmpty());
        assertEquals(new Recalled.Nothing(), journal.last("meter 2"));
    }

    @Test
    void takesAStepOnlyFromTheLastRecord() throws IOException {
        var journal = open(manufactured(1));
        take(journal, "meter 1");
        Hash first = hash("meter 1", 0);

        assertEquals(
                List.of(new Lost(), new Lost(), new Won(), new Lost(), new Lost()),
                journal.commit(
                        List.of(
                                step("meter 1", 2, first),
                                step("meter 1", 1, Hash.NONE),
                                step("meter 1", 1, first),
                                step("meter 1", 1, first),
                                step("meter 1", 2))));
        assertEquals(1, counter(journal, "meter 1"));
    }

    @Test
    void takesMoreStepsInOneCallThanFitIntoAFrame() throws IOException {
        var disk = manufactured(1);
        var journal = open(disk);
        var steps = new ArrayList<Advance>();
        for (int i = 0; i < 600; i++) {
            steps.add(step("meter " + i, 0));
        }
        Bytes large = Bytes.of(new byte[400_000]);
        for (int i = 600; i < 605; i++) {
            var step = step("meter " + i, 0);
            steps.add(
                    new Advance(
                            step.subject(),
                            0,
                            step.from(),
                            large,
                            step.request(),
                            large,
                            step.time()));
        }

        assertEquals(605, journal.commit(steps).stream().filter(Won.class::isInstance).count());
        disk.cutPower();
        var again = open(disk);
        assertEquals(0, counter(again, "meter 604"));
        assertEquals(
                large,
                assertInstanceOf(Recalled.Found.class, again.last("meter 604")).step().reply());
    }

    @Test
    void refusesAStepThatNoFrameCanHold() throws IOException {
        var journal = open(manufactured(1));
        var step = step("meter 1", 0);
        var huge =
                new Advance(
                        step.subject(),
                        0,
                        step.from(),
                        Bytes.of(new byte[FrameForm.LONGEST]),
                        step.request(),
                        Bytes.EMPTY,
                        step.time());

        assertThrows(IllegalArgumentException.class, () -> journal.commit(List.of(huge)));
        take(journal, "meter 1");
    }

    @Test
    void survivesARestartWithAllItKnew() throws IOException {
        BoxDisk disk = new FolderDisk(dir);
        LocalJournal.create(disk, JOURNAL, KEY);
        try (var journal = open(disk)) {
            grow(journal, "meter 1", 5);
            grow(journal, "meter 2", 3);
            journal.note(BoxEvent.Kind.STALE, "meter 2", "shown counter 0");
            journal.latch("meter 2", Evidence.ROLLED_BACK);
        }

        for (int start = 0; start < 3; start++) {
            try (var again = open(disk)) {
                assertHolds(again, "meter 1", 4, "start " + start);
                assertEquals(
                        Evidence.ROLLED_BACK,
                        again.slot("meter 2").orElseThrow().latched().orElseThrow());
                assertEquals("meter 2", again.events(1, 10).getFirst().subject());
                assertTrue(again.fault().isEmpty());
            }
        }
    }

    @Test
    void findsAnEarlierStepByItsPlace() throws IOException {
        var journal = open(manufactured(1));
        grow(journal, "meter 1", 20);
        grow(journal, "meter 2", 20);

        assertHolds(journal, "meter 1", 19, "of two");
        assertHolds(journal, "meter 2", 19, "of two");
        assertEquals(new Recalled.Nothing(), journal.find("meter 3", Steps.request(1)));
    }

    @Test
    void servesNothingAfterAFailedWriteUntilARestart() throws IOException {
        for (int failing = 1; failing <= 2; failing++) {
            var disk = manufactured(failing);
            var journal = open(disk);
            grow(journal, "meter 1", 2);
            disk.failAt(disk.operations() + failing);

            for (int attempt = 0; attempt < 2; attempt++) {
                var outcome = journal.commit(List.of(next(journal, "meter 1"))).getFirst();
                assertInstanceOf(Unknown.class, outcome);
            }
            assertTrue(journal.fault().isPresent());
            assertEquals(1, counter(journal, "meter 1"));
            journal.close();
        }
    }

    @Test
    void dropsAWriteThatAPowerCutTruncatedAtAnyByte() throws IOException {
        var disk = manufactured(1);
        var journal = open(disk);
        grow(journal, "meter 1", 3);
        byte[] before = disk.content(JOURNAL);
        grow(journal, "meter 1", 1);
        byte[] whole = disk.content(JOURNAL);

        for (int kept = before.length; kept <= whole.length; kept++) {
            byte[] torn = Arrays.copyOf(whole, kept);
            byte[] holed = Arrays.copyOf(torn, whole.length);
            for (byte[] left : List.of(torn, holed)) {
                var other = new LyingDisk(kept);
                other.put(JOURNAL, left);
                String where = "with " + kept + " bytes";
                var again = open(other);
                boolean isWhole = Arrays.equals(left, whole);
                assertTrue(again.fault().isEmpty(), where);
                assertHolds(again, "meter 1", isWhole ? 3 : 2, where);
                assertEquals(
                        isWhole ? whole.length : before.length,
                        other.content(JOURNAL).length,
                        where);
                take(again, "meter 1");
            }
        }
    }

    @Test
    void tellsDamageFromACrash() throws IOException {
        var disk = manufactured(1);
        grow(open(disk), "meter 1", 6);
        byte[] whole = disk.content(JOURNAL);
        var random = new SplittableRandom(6);

        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(whole.length / 6, whole.length / 2);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            var other = new LyingDisk(i);
            other.put(JOURNAL, damaged);
            for (int start = 0; start < 2; start++) {
                var journal = open(other);
                assertTrue(journal.fault().isPresent(), "a flipped bit in byte " + at);
                journal.close();
            }
        }
    }

    @Test
    void noticesAFrameThatWasTakenOutOrRepeated() throws IOException {
        var disk = manufactured(1);
        var journal = open(disk);
        take(journal, "meter 1");
        byte[] first = disk.content(JOURNAL);
        take(journal, "meter 2");
        byte[] second = disk.content(JOURNAL);
        take(journal, "meter 3");
        byte[] third = disk.content(JOURNAL);
        byte[] middle = Arrays.copyOfRange(second, first.length, second.length);
        byte[] last = Arrays.copyOfRange(third, second.length, third.length);

        for (byte[] forged :
                List.of(joined(first, last), joined(second, middle), joined(third, middle, last))) {
            var other = new LyingDisk(1);
            other.put(JOURNAL, forged);
            assertTrue(open(other).fault().isPresent());
        }
    }

    private static byte[] joined(byte[]... parts) {
        Bytes all = Bytes.EMPTY;
        for (byte[] part : parts) {
            all = all.plus(Bytes.of(part));
        }
        return all.toArray();
    }

    @Test
    void opensOnlyItsOwnAndNeverMakesANewOne() throws IOException {
        BoxDisk disk = new FolderDisk(dir);
        assertThrows(NoSuchFileException.class, () -> open(disk).close());
        assertFalse(Files.exists(dir.resolve(JOURNAL)));

        LocalJournal.create(disk, JOURNAL, KEY);
        assertThrows(
                FileAlreadyExistsException.class, () -> LocalJournal.create(disk, JOURNAL, KEY));
        assertThrows(
                IOException.class, () -> LocalJournal.open(disk, JOURNAL, key(2), CLOCK).close());
        open(disk).close();
    }

    @Test
    void refusesStepsOfALockedSubjectOnly() throws IOException {
        var journal = open(manufactured(1));
        grow(journal, "meter 1", 2);
        grow(journal, "meter 2", 2);
        journal.latch("meter 1", Evidence.FORKED);
        journal.latch("meter 3", Evidence.FORKED);

        assertEquals(
                List.of(new Lost(), new Won()),
                journal.commit(List.of(step("meter 1", 2), step("meter 2", 2))));
        assertTrue(journal.slot("meter 3").isEmpty());
    }

    @Test
    void staysStoppedAfterEveryRestart() throws IOException {
        var disk = manufactured(1);
        var journal = open(disk);
        grow(journal, "meter 1", 2);
        journal.stop("a record is ahead of the box");
        assertInstanceOf(Unknown.class, journal.commit(List.of(step("meter 1", 2))).getFirst());
        journal.close();

        for (int start = 0; start < 2; start++) {
            var again = open(disk);
            assertEquals("a record is ahead of the box", again.fault().orElseThrow());
            again.close();
        }
    }

    @Test
    void servesNobodyOnceClosed() throws IOException {
        var disk = manufactured(1);
        var journal = open(disk);
        grow(journal, "meter 1", 2);
        journal.close();
        journal.close();

        assertInstanceOf(Unknown.class, journal.commit(List.of(step("meter 1", 2))).getFirst());
        assertInstanceOf(Recalled.Damaged.class, journal.last("meter 1"));
        assertTrue(journal.fault().isPresent());
        assertHolds(open(disk), "meter 1", 1, "after closing");
    }
}
