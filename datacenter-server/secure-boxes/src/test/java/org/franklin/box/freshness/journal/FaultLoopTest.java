package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.assertHolds;
import static org.franklin.box.freshness.journal.Steps.counter;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.next;
import static org.franklin.box.freshness.journal.Steps.openSmall;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.box.freshness.disk.WatchedDisk;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// The disk fails, or the power does, at every operation there is (crash matrix C3, C4, C20).
class FaultLoopTest {

    private static final int METERS = 3;
    private static final int STEPS = 60;
    private static final int SEEDS = Integer.getInteger("seeds", 200);

    /// What a journal owes: per meter, the last counter that won, and the one that nobody knows.
    private static final class Ledger {

        private final Map<String, Long> won = new HashMap<>();
        private final Map<String, Long> unknown = new HashMap<>();

        void enter(String meter, long counter, Committed outcome) {
            switch (outcome) {
                case Won _ -> won.put(meter, counter);
                case Unknown _ -> unknown.put(meter, counter);
                case Lost _ -> throw new AssertionError("nobody competes");
            }
        }

        /// Every step that won is there with all that belongs to it; one that was unknown is there
        /// whole or not at all, and what it is now it stays.
        void assertKept(LocalJournal journal, String where) {
            assertTrue(journal.fault().isEmpty(), () -> where + ": " + journal.fault());
            for (int i = 0; i < METERS; i++) {
                String meter = "meter " + i;
                long kept = counter(journal, meter);
                long owed = won.getOrDefault(meter, -1L);
                assertTrue(
                        kept == owed || kept == unknown.getOrDefault(meter, owed),
                        () -> where + ": " + meter + " at " + kept + ", owed " + owed);
                if (kept >= 0) {
                    assertHolds(journal, meter, kept, where);
                    won.put(meter, kept);
                }
            }
            unknown.clear();
        }
    }

    /// Steps, and all that goes on beside them: snapshots, growths of the index, audit entries.
    private static void work(LocalJournal journal, Ledger ledger, int steps) {
        for (int i = 0; i < steps && journal.fault().isEmpty(); i++) {
            String meter = "meter " + i % METERS;
            var step = next(journal, meter);
            ledger.enter(meter, step.counter(), journal.commit(List.of(step)).getFirst());
            if (i % 10 == 0) {
                journal.note(Kind.REDO, meter, "worked");
            }
        }
    }

    /// One life of a process, to its end or as far as the disk lets it.
    private static void live(LyingDisk disk, Ledger ledger, int steps) {
        try (var journal = openSmall(disk)) {
            work(journal, ledger, steps);
        } catch (IOException e) {
            // The box did not start: nothing was served.
            assertFalse(String.valueOf(e.getMessage()).isEmpty());
        }
    }

    /// What the newest snapshot calls itself; 0 if none is genuine.
    private static long newestSnapshot(LyingDisk disk) {
        return new Snapshots(disk, Steps.JOURNAL, new SnapshotForm(Steps.KEY), 0)
                .newest()
                .map(SnapshotForm.Snapshot::generation)
                .orElse(0L);
    }

    private static long operationsOfALife() throws IOException {
        var disk = manufactured(0);
        long before = disk.operations();
        var ledger = new Ledger();
        live(disk, ledger, STEPS);
        assertTrue(disk.names().containsAll(List.of(Steps.JOURNAL + ".snapshot-1")));
        assertEquals(STEPS / METERS - 1L, ledger.won.get("meter 0"));
        return disk.operations() - before;
    }

    private static void assertGoesOn(LyingDisk disk, Ledger ledger, String where)
            throws IOException {
        var shown = openSmall(disk);
        ledger.assertKept(shown, where);
        disk.cutPower();
        try (var journal = openSmall(disk)) {
            ledger.assertKept(journal, where);
            work(journal, ledger, METERS);
            ledger.assertKept(journal, where + ", and more steps");
        }
        disk.cutPower();
        try (var journal = openSmall(disk)) {
            ledger.assertKept(journal, where + ", and another power cut");
        }
    }

    @Test
    void losesNothingToAPowerCutAtAnyOperation() throws IOException {
        long operations = operationsOfALife();
        for (long at = 1; at <= operations; at++) {
            var disk = manufactured(at);
            var ledger = new Ledger();
            disk.failFrom(disk.operations() + at);
            live(disk, ledger, STEPS);
            disk.cutPower();
            assertGoesOn(disk, ledger, "power cut at operation " + at);
        }
    }

    @Test
    void losesNoSnapshotThatWasWrittenToAPowerCutAtAnyOperation() throws IOException {
        long operations = operationsOfALife();
        for (long at = 1; at <= operations; at++) {
            var disk = manufactured(at);
            live(disk, new Ledger(), STEPS);
            long written = newestSnapshot(disk);
            assertTrue(written > 1, "several were written");
            disk.cutPower();
            assertEquals(written, newestSnapshot(disk), "after a clean end, seed " + at);

            disk.failFrom(disk.operations() + at);
            live(disk, new Ledger(), STEPS);
            disk.cutPower();
            assertTrue(newestSnapshot(disk) >= written, "power cut at operation " + at);
        }
    }

    @Test
    void losesNothingToOneFaultAtAnyOperation() throws IOException {
        long operations = operationsOfALife();
        for (long at = 1; at <= operations; at++) {
            var disk = manufactured(at);
            var ledger = new Ledger();
            disk.failAt(disk.operations() + at);
            live(disk, ledger, STEPS);
            disk.killProcess();
            assertGoesOn(disk, ledger, "fault at operation " + at);
        }
    }

    /// The marker fails as well, and the next process sees what the disk will never keep.
    @Test
    void losesNothingToADiskThatFailsForAWhile() throws IOException {
        long operations = operationsOfALife();
        for (long at = 1; at <= operations; at++) {
            var disk = manufactured(at);
            var ledger = new Ledger();
            disk.failFrom(disk.operations() + at);
            live(disk, ledger, STEPS);
            disk.killProcess();
            assertGoesOn(disk, ledger, "disk that failed from operation " + at);
        }
    }

    @Test
    void losesNothingToAFullDisk() throws IOException {
        for (long room = 1; room <= 20_000; room += 97) {
            var disk = manufactured(room);
            var ledger = new Ledger();
            disk.leaveRoom(room);
            live(disk, ledger, STEPS);
            disk.killProcess();
            assertGoesOn(disk, ledger, "disk with room for " + room + " bytes");
        }
    }

    @Test
    void losesNothingToAFaultAtAnyOperationOfTheStartThatCopies() throws IOException {
        var disk = manufactured(11);
        var ledger = new Ledger();
        live(disk, ledger, STEPS);
        var journal = openSmall(disk);
        disk.failAt(disk.operations() + 2);
        work(journal, ledger, 1);
        disk.killProcess();
        assertTrue(disk.exists(Steps.JOURNAL + ".fault"));

        long operations;
        {
            var whole = disk.copy(0);
            long before = whole.operations();
            live(whole, new Ledger(), 0);
            operations = whole.operations() - before;
        }
        for (long at = 1; at <= operations; at++) {
            for (boolean power : new boolean[] {false, true}) {
                var victim = disk.copy(at);
                var owed = new Ledger();
                owed.won.putAll(ledger.won);
                owed.unknown.putAll(ledger.unknown);
                victim.failFrom(victim.operations() + at);
                live(victim, new Ledger(), 0);
                if (power) {
                    victim.cutPower();
                } else {
                    victim.killProcess();
                }
                assertGoesOn(victim, owed, "copying start that failed at operation " + at);
            }
        }
    }

    @Test
    void copiesTheJournalAfterADiskFaultBeforeItServes() throws IOException {
        var disk = manufactured(5);
        var journal = openSmall(disk);
        Steps.grow(journal, "meter 0", 3);
        disk.failAt(disk.operations() + 2);
        var outcome = journal.commit(List.of(next(journal, "meter 0"))).getFirst();
        assertInstanceOf(Unknown.class, outcome);
        disk.killProcess();

        var changes = new ArrayList<String>();
        var watched = new WatchedDisk(disk);
        watched.listen(changes::add);
        try (var again = openSmall(watched)) {
            int forced = changes.indexOf("force " + Steps.JOURNAL + ".copy");
            assertTrue(forced > 0 && forced < changes.indexOf("write " + Steps.JOURNAL));
            var event = again.events(1, 10).getFirst();
            assertEquals(Kind.DISK_FAULT, event.kind());
            assertFalse(disk.exists(Steps.JOURNAL + ".fault"));
            Steps.take(again, "meter 0");
        }
        long kept;
        disk.cutPower();
        try (var again = openSmall(disk)) {
            kept = counter(again, "meter 0");
            assertHolds(again, "meter 0", kept, "after the copy");
            assertEquals(List.of(Kind.DISK_FAULT), kinds(again));
        }
        assertTrue(kept >= 3, "the step after the copy is there");
    }

    private static List<Kind> kinds(LocalJournal journal) {
        return journal.events(1, 100).stream().map(BoxEvent::kind).toList();
    }

    /// Lives and deaths of one box in random order, each schedule from its seed.
    @Test
    void keepsWhatWonThroughRandomSchedules() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            var disk = manufactured(seed);
            var ledger = new Ledger();
            for (int life = 0; life < 6; life++) {
                String where = "seed " + seed + ", life " + life;
                switch (random.nextInt(5)) {
                    case 0 -> disk.failAt(disk.operations() + random.nextInt(1, 150));
                    case 1 -> disk.failFrom(disk.operations() + random.nextInt(1, 150));
                    case 2 -> disk.leaveRoom(random.nextInt(12_000));
                    default -> disk.heal();
                }
                try {
                    var journal = openSmall(disk);
                    if (journal.fault().isEmpty()) {
                        ledger.assertKept(journal, where);
                    }
                    work(journal, ledger, random.nextInt(50));
                    if (random.nextBoolean()) {
                        journal.close();
                    }
                } catch (IOException e) {
                    assertFalse(String.valueOf(e.getMessage()).isEmpty(), where);
                }
                if (random.nextBoolean()) {
                    disk.cutPower();
                } else {
                    disk.killProcess();
                }
            }
            assertGoesOn(disk, ledger, "seed " + seed);
        }
    }
}
