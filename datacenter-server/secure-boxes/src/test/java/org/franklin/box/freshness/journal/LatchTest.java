package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.grow;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.next;
import static org.franklin.box.freshness.journal.Steps.openSmall;
import static org.franklin.box.freshness.journal.Steps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Amends;
import org.franklin.box.freshness.Amends.Release;
import org.franklin.box.freshness.Amends.Renewal;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A latch outlives the process and the deletion of any file, and only keepers clear it: all that a
/// ceremony does is there, or nothing of it, whenever the power fails.
class LatchTest {

    private static final String METER = "meter 1";

    @Test
    void noFileThatIsDeletedUnlatchesAMeterOrTheBox(@TempDir Path dir) throws IOException {
        latched(dir.resolve("made"));
        var made = files(dir.resolve("made"));
        assertTrue(made.size() >= 5, made.keySet()::toString);
        for (String gone : made.keySet()) {
            var folder = Files.createDirectory(dir.resolve("without-" + gone));
            for (var file : made.entrySet()) {
                if (!file.getKey().equals(gone)) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
            }
            if (gone.equals(JOURNAL)) {
                var refused = assertThrows(IOException.class, () -> opened(folder));
                assertTrue(String.valueOf(refused.getMessage()).contains(JOURNAL));
            } else {
                assertLatched(folder, "without " + gone);
            }
        }
    }

    @Test
    void aFolderWithNothingButTheJournalIsStillLatched(@TempDir Path dir) throws IOException {
        latched(dir.resolve("made"));
        for (String name : files(dir.resolve("made")).keySet()) {
            if (!name.equals(JOURNAL)) {
                Files.delete(dir.resolve("made").resolve(name));
            }
        }

        assertLatched(dir.resolve("made"), "the journal alone");
    }

    @Test
    void aFolderWithoutAnythingBeginsNoNewMemory(@TempDir Path dir) throws IOException {
        latched(dir.resolve("made"));
        for (String name : files(dir.resolve("made")).keySet()) {
            Files.delete(dir.resolve("made").resolve(name));
        }

        assertThrows(IOException.class, () -> opened(dir.resolve("made")));
        assertFalse(Files.exists(dir.resolve("made").resolve(JOURNAL)));
    }

    /// A latched meter, a stopped box, snapshots, an index, the marker of a fault and a stale copy.
    private static void latched(Path folder) throws IOException {
        Files.createDirectories(folder);
        LocalJournal.create(new FolderDisk(folder), JOURNAL, Steps.KEY);
        try (var journal = opened(folder)) {
            grow(journal, METER, 40);
            grow(journal, "meter 2", 40);
            journal.latch(METER, Evidence.ROLLED_BACK);
            grow(journal, "meter 2", 40);
            journal.stop("two records carry one counter");
        }
        Files.createFile(folder.resolve(JOURNAL + ".fault"));
        Files.createFile(folder.resolve(JOURNAL + ".copy"));
    }

    private static LocalJournal opened(Path folder) throws IOException {
        return openSmall(new FolderDisk(folder));
    }

    private static void assertLatched(Path folder, String where) throws IOException {
        try (var journal = opened(folder)) {
            assertEquals(
                    Optional.of(Evidence.ROLLED_BACK),
                    journal.slot(METER).flatMap(Slot::latched),
                    where);
            assertTrue(journal.stopped().isPresent(), where);
            assertInstanceOf(
                    Unknown.class,
                    journal.commit(List.of(next(journal, "meter 2"))).getFirst(),
                    where);
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void keepersClearALatchForGood() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, METER, 3);
        journal.latch(METER, Evidence.ROLLED_BACK);
        assertEquals(new Lost(), journal.commit(List.of(next(journal, METER))).getFirst());

        assertEquals(new Won(), journal.amend(amends(journal, new Release.Subject(METER))));

        var again = Steps.reopen(disk);
        assertEquals(Optional.empty(), again.slot(METER).flatMap(Slot::latched));
        grow(again, METER, 1);
        assertEquals(Kind.UNLATCHED, again.events(1, 9).getLast().kind());
    }

    @Test
    void aStopEndsOnlyWithItsCeremony() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, METER, 60);
        journal.stop("a fork");
        journal.note(Kind.FORKED, "meter 9", "noted while stopped");
        var stopped = Steps.reopen(disk);
        assertEquals(Optional.of("a fork"), stopped.stopped());
        assertEquals(1, stopped.events(1, 9).size());

        assertEquals(new Won(), stopped.amend(amends(stopped, new Release.Box())));

        grow(stopped, METER, 60);
        var again = Steps.reopen(disk);
        assertEquals(Optional.empty(), again.fault());
        grow(again, METER, 1);
    }

    @Test
    void anAmendOfAnotherHeadIsLost() throws IOException {
        var journal = openSmall(manufactured(1));
        grow(journal, METER, 3);
        journal.latch(METER, Evidence.ROLLED_BACK);
        var amends = amends(journal, new Release.Subject(METER));
        journal.note(Kind.REDO, "meter 2", "something else");

        assertEquals(new Lost(), journal.amend(amends));
        assertTrue(journal.slot(METER).flatMap(Slot::latched).isPresent());
    }

    @Test
    void allAreUnlockedButThoseWhoseBytesCannotBeRead() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, METER, 1);
        grow(journal, "meter 2", 1);
        journal.latch(METER, Evidence.ROLLED_BACK);
        journal.latch("meter 2", Evidence.DAMAGED);
        assertEquals(2, journal.latched());

        journal.amend(amends(journal, new Release.AllSubjects()));

        var again = Steps.reopen(disk);
        assertEquals(1, again.latched());
        assertTrue(again.slot("meter 2").flatMap(Slot::latched).isPresent());
    }

    @Test
    void aRenewedSubjectGoesOnFromThereAndItsOldStepsAreStillFound() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, METER, 3);
        journal.latch(METER, Evidence.ROLLED_BACK);
        var renewal = new Renewal(step(METER, 9), false);

        journal.amend(new Amends(journal.head(), List.of(renewal), new Release.None(), note()));
        journal.close();

        var again = openSmall(disk);
        assertEquals(9, Steps.counter(again, METER));
        grow(again, METER, 40);
        var last = Steps.reopen(disk);
        assertEquals(49, Steps.counter(last, METER));
        for (int counter : new int[] {0, 1, 2, 9, 10, 49}) {
            assertInstanceOf(
                    Recalled.Found.class,
                    last.find(METER, Steps.request(counter)),
                    "step " + counter);
        }
        var walked = last.steps(METER, 11, 10, 1 << 20).steps();
        assertEquals(List.of(10L, 9L, 2L, 1L, 0L), walked.stream().map(s -> s.counter()).toList());
    }

    @Test
    void subjectsAreCalledByTheirNames() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, METER, 2);
        grow(journal, "meter 2", 1);

        assertEquals(List.of(METER, "meter 2"), Steps.reopen(disk).subjects(0, 2));
    }

    /// The disk fails at each operation of a ceremony, once or from then on, and then the power.
    @Test
    void aCeremonyIsDoneWhollyOrNotAtAll() throws IOException {
        int done = 0;
        int undone = 0;
        for (int seed = 0; seed < 40; seed++) {
            boolean failed = true;
            for (int at = 1; failed; at++) {
                var disk = stoppedWithALatch(seed);
                var journal = openSmall(disk);
                if (seed % 2 == 0) {
                    disk.failAt(disk.operations() + at);
                } else {
                    disk.failFrom(disk.operations() + at);
                }
                failed = journal.amend(ceremony(journal)) instanceof Unknown;
                disk.cutPower();
                String where = "seed " + seed + ", operation " + at;
                try (var after = openSmall(disk)) {
                    boolean whole = assertWhollyOrNot(after, where);
                    assertTrue(whole || failed, where + ": what was told is done");
                    if (whole) {
                        done++;
                    } else {
                        undone++;
                        assertEquals(new Won(), after.amend(ceremony(after)), where);
                        assertTrue(assertWhollyOrNot(after, where));
                    }
                }
            }
        }
        assertTrue(done > 40 && undone > 0, done + " done, " + undone + " undone");
    }

    private static LyingDisk stoppedWithALatch(long seed) throws IOException {
        var disk = manufactured(seed);
        try (var journal = openSmall(disk)) {
            grow(journal, METER, 5);
            grow(journal, "meter 2", 5);
            journal.latch(METER, Evidence.ROLLED_BACK);
            journal.stop("a fork");
        }
        return disk;
    }

    private static Amends ceremony(LocalJournal journal) {
        return new Amends(
                journal.head(),
                List.of(new Renewal(step(METER, 8), false), new Renewal(step("meter 2", 9), false)),
                new Release.Box(),
                note());
    }

    private static boolean assertWhollyOrNot(LocalJournal journal, String where) {
        boolean done = journal.stopped().isEmpty();
        assertEquals(done ? 8 : 4, Steps.counter(journal, METER), where);
        assertEquals(done ? 9 : 4, Steps.counter(journal, "meter 2"), where);
        assertEquals(done, journal.slot(METER).flatMap(Slot::latched).isEmpty(), where);
        assertEquals(
                done,
                journal.events(1, 99).stream().map(BoxEvent::kind).anyMatch(Kind.UNLATCHED::equals),
                where);
        return done;
    }

    private static Amends amends(LocalJournal journal, Release release) {
        return new Amends(journal.head(), List.of(), release, note());
    }

    private static Optional<Amends.Note> note() {
        return Optional.of(new Amends.Note(Kind.UNLATCHED, METER, "by two"));
    }

    @Test
    void theHeadOfAnEmptyChainIsNone() throws IOException {
        assertEquals(Hash.NONE, openSmall(manufactured(1)).head());
        assertEquals(Hash.NONE, openSmall(manufactured(1)).ceremonyHead());
    }

    @Test
    void refusedCeremoniesMoveTheChainAndNotWhatStatementsName() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        journal.note(Kind.CEREMONY_REFUSED, "box", "the first entry");
        assertEquals(Hash.NONE, journal.ceremonyHead());
        journal.note(Kind.LATCHED, METER, "something");
        var named = journal.head();

        journal.note(Kind.CEREMONY_REFUSED, METER, "one");
        journal.note(Kind.CEREMONY_REFUSED, "meter 2", "another");

        assertNotEquals(named, journal.head());
        assertEquals(named, journal.ceremonyHead());
        assertEquals(named, Steps.reopen(disk).ceremonyHead());
    }
}
