package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.KEY;
import static org.franklin.box.freshness.journal.Steps.assertHolds;
import static org.franklin.box.freshness.journal.Steps.counter;
import static org.franklin.box.freshness.journal.Steps.grow;
import static org.franklin.box.freshness.journal.Steps.key;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.next;
import static org.franklin.box.freshness.journal.Steps.openSmall;
import static org.franklin.box.freshness.journal.Steps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.disk.BoxDisk.InUse;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.box.freshness.disk.WatchedDisk;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

class SnapshotTest {

    private static final String EVEN = JOURNAL + ".snapshot-0";
    private static final String ODD = JOURNAL + ".snapshot-1";

    /// Two snapshots, and frames behind the newer.
    private static LyingDisk grown() throws IOException {
        var disk = manufactured(1);
        try (var journal = openSmall(disk)) {
            grow(journal, "meter 1", 5);
            journal.note(Kind.STALE, "meter 1", "shown counter 0");
        }
        try (var journal = openSmall(disk)) {
            grow(journal, "meter 2", 5);
            journal.latch("meter 2", Evidence.FORKED);
            grow(journal, "meter 3", 2);
        }
        var journal = openSmall(disk);
        grow(journal, "meter 1", 1);
        journal.note(Kind.REDO, "meter 1", "once");
        disk.killProcess();
        return disk;
    }

    private static void assertAllThere(LyingDisk disk, String where) throws IOException {
        try (var journal = openSmall(disk)) {
            assertTrue(journal.fault().isEmpty(), where);
            assertHolds(journal, "meter 1", 5, where);
            assertHolds(journal, "meter 2", 4, where);
            assertHolds(journal, "meter 3", 1, where);
            assertEquals(
                    Evidence.FORKED,
                    journal.slot("meter 2").orElseThrow().latched().orElseThrow(),
                    where);
            assertEquals(2, journal.events(1, 10).size(), where);
            assertEquals(2, journal.events(2, 10).getFirst().number(), where);
            grow(journal, "meter 3", 1);
        }
    }

    @Test
    void keepsTwoGenerations() throws IOException {
        var disk = grown();
        assertTrue(disk.exists(EVEN) && disk.exists(ODD));
        assertAllThere(disk, "with both");
    }

    @Test
    void doesWithoutEitherOrBoth() throws IOException {
        for (var lost :
                new String[][] {{EVEN}, {ODD}, {EVEN, ODD}, {EVEN, ODD, JOURNAL + ".index"}}) {
            var disk = grown();
            for (String name : lost) {
                disk.remove(name);
            }
            assertAllThere(disk, "without " + Arrays.toString(lost));
        }
    }

    @Test
    void believesNoSnapshotWithADamagedByte() throws IOException {
        var disk = grown();
        int length = disk.content(EVEN).length;
        for (int at = 0; at < length; at++) {
            var other = disk.copy(at);
            other.rot(EVEN, at, at % 8);
            if (at % 2 == 0) {
                other.rot(ODD, Math.min(at, disk.content(ODD).length - 1), at % 8);
            }
            assertAllThere(other, "byte " + at);
        }
    }

    @Test
    void believesNoSnapshotOfAnotherBoxAndNoneThatWasCutShort() throws IOException {
        var stranger = new LyingDisk(2);
        LocalJournal.create(stranger, JOURNAL, key(2));
        try (var journal = LocalJournal.open(stranger, JOURNAL, key(2), Steps.CLOCK)) {
            grow(journal, "meter 1", 50);
        }
        byte[] foreign = stranger.content(ODD);
        var disk = grown();
        byte[] own = disk.content(ODD);
        for (int length = 0; length < own.length; length += 7) {
            var other = disk.copy(length);
            other.put(ODD, Arrays.copyOf(own, length));
            other.put(EVEN, foreign);
            assertAllThere(other, "cut to " + length);
        }
    }

    @Test
    void readsRandomBytesAsNoSnapshot() throws IOException {
        var form = new SnapshotForm(KEY);
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new SplittableRandom(seed);
            var disk = new LyingDisk(seed);
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            disk.put("s", bytes);
            assertTrue(form.read(disk.open("s")).isEmpty(), "seed " + seed);
        }
    }

    @Test
    void locksTheBoxWhoseJournalLacksWhatASnapshotSaw() throws IOException {
        var disk = manufactured(1);
        byte[] early;
        try (var journal = openSmall(disk)) {
            grow(journal, "meter 1", 2);
            early = disk.content(JOURNAL);
            grow(journal, "meter 1", 2);
        }
        disk.put(JOURNAL, early);

        for (int start = 0; start < 3; start++) {
            try (var journal = openSmall(disk)) {
                assertTrue(journal.fault().isPresent(), "start " + start);
            }
        }
    }

    @Test
    void locksTheBoxWhoseLastFrameRottedAfterASnapshotSawIt() throws IOException {
        var disk = manufactured(1);
        try (var journal = openSmall(disk)) {
            grow(journal, "meter 1", 4);
        }
        disk.rot(JOURNAL, disk.content(JOURNAL).length - 5, 3);

        for (int start = 0; start < 2; start++) {
            try (var journal = openSmall(disk)) {
                assertTrue(journal.fault().isPresent(), "dropped as if it had been cut short");
            }
        }
    }

    /// Steps go on while rows are copied: a row may be younger than the beginning of the snapshot.
    @Test
    void takesRowsThatMovedOnWhileTheyWereCopied() throws IOException {
        var disk = manufactured(1);
        var watched = new WatchedDisk(disk);
        var journal = openSmall(watched);
        int meters = SlotTable.CHUNK + 10;
        var first = IntStream.range(0, meters).mapToObj(i -> step("meter " + i, 0)).toList();
        var copied = new ArrayList<String>();
        watched.listen(change -> {
            if (change.equals("write " + JOURNAL + ".snapshot-new")) {
                copied.add(change);
                int chunk = copied.size();
                journal.commit(
                        List.of(
                                next(journal, "meter 3"),
                                next(journal, "meter " + (SlotTable.CHUNK + 5)),
                                step("meter " + (meters + chunk), 0)));
                journal.note(Kind.REDO, "meter " + chunk, "beside the snapshot");
            }
        });
        journal.commit(first);
        assertTrue(copied.size() >= 3, "a snapshot of several chunks was written");
        watched.listen(_ -> {});
        disk.killProcess();

        try (var again = openSmall(disk)) {
            assertTrue(again.fault().isEmpty(), () -> again.fault().toString());
            for (String meter :
                    List.of(
                            "meter 3",
                            "meter " + (SlotTable.CHUNK + 5),
                            "meter " + (meters + copied.size()))) {
                assertHolds(again, meter, counter(journal, meter), meter);
            }
            assertEquals(journal.slot("meter 3"), again.slot("meter 3"));
            assertEquals(copied.size(), again.events(1, 1_000).size());
        }
    }

    /// Else another process would open the journal while this one still replaces a snapshot.
    @Test
    void isClosedOnlyWhenASnapshotThatIsBeingWrittenIsDone() throws Exception {
        var disk = manufactured(1);
        var watched = new WatchedDisk(disk);
        var journal = openSmall(watched);
        var writing = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        watched.listen(change -> {
            if (change.equals("force " + JOURNAL + ".snapshot-new")) {
                writing.countDown();
                await(released);
            }
        });
        var grower = Thread.startVirtualThread(() -> growUntilClosed(journal));
        await(writing);
        var closer = Thread.startVirtualThread(journal::close);
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThrows(InUse.class, () -> openSmall(disk).close());
        released.countDown();
        closer.join();
        grower.join();
        openSmall(disk).close();
    }

    private static void growUntilClosed(LocalJournal journal) {
        var outcome = List.<Committed>of(new Won());
        while (outcome.getFirst() instanceof Won) {
            outcome = journal.commit(List.of(next(journal, "meter 1")));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
