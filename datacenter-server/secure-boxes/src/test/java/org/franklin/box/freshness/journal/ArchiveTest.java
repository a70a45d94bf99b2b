package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.KEY;
import static org.franklin.box.freshness.journal.Steps.assertHolds;
import static org.franklin.box.freshness.journal.Steps.grow;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.openSmall;
import static org.franklin.box.freshness.journal.Steps.request;
import static org.franklin.box.freshness.journal.Steps.step;
import static org.franklin.box.freshness.journal.Steps.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Recalled.Damaged;
import org.franklin.box.freshness.Recalled.Found;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.model.canonical.Canonical;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/// Old steps, and what becomes of those that can no longer be read (crash matrix C22).
class ArchiveTest {

    private static final String INDEX = JOURNAL + ".index";

    @Test
    void findsThroughTheIndexWhatAWalkWouldNotReach() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, "meter 1", 3);
        int middle = disk.content(JOURNAL).length;
        grow(journal, "meter 1", 3);
        disk.rot(JOURNAL, middle + 60, 1);

        assertEquals(new Found(step("meter 1", 1)), journal.find("meter 1", request(1)));
        assertTrue(journal.slot("meter 1").orElseThrow().latched().isEmpty());
    }

    @Test
    void locksOnlyTheMeterOfAStepThatRotted() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, "meter 2", 3);
        int before = disk.content(JOURNAL).length;
        take(journal, "meter 1");
        disk.rot(JOURNAL, before + 60, 1);

        assertEquals(new Damaged(), journal.last("meter 1"));
        assertEquals(
                Evidence.DAMAGED, journal.slot("meter 1").orElseThrow().latched().orElseThrow());
        assertEquals(List.of(new Lost()), journal.commit(List.of(step("meter 1", 1))));
        assertEquals(Kind.LATCHED, journal.events(1, 10).getFirst().kind());
        assertTrue(journal.fault().isEmpty());
        grow(journal, "meter 2", 1);
        assertHolds(journal, "meter 2", 3, "its neighbour");
        long length = disk.content(JOURNAL).length;
        assertEquals(new Damaged(), journal.last("meter 1"));
        assertEquals(new Damaged(), journal.find("meter 1", request(0)));
        assertEquals(length, disk.content(JOURNAL).length, "it is locked once");
    }

    @Test
    void growsWithoutLosingAnything() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, "meter 1", 400);
        journal.close();

        assertTrue(disk.content(INDEX).length > 8 * 512, "several segments");
        var again = openSmall(disk);
        assertHolds(again, "meter 1", 399, "after growing");
    }

    @Test
    void isMadeAnewWhereItIsLostOrOfAnotherJournal() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, "meter 1", 100);
        journal.close();
        byte[] whole = disk.content(INDEX);
        disk.remove(INDEX);
        openSmall(disk).close();
        assertEquals(whole.length, disk.content(INDEX).length);

        byte[] foreign = whole.clone();
        foreign[12] ^= 1;
        disk.put(INDEX, foreign);
        openSmall(disk).close();
        assertEquals(whole[12], disk.content(INDEX)[12]);
    }

    @Test
    void misleadsNobodyWhateverStandsInIt() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        grow(journal, "meter 1", 30);
        grow(journal, "meter 2", 30);
        journal.close();
        byte[] whole = disk.content(INDEX);
        for (int seed = 0; seed < 100; seed++) {
            var random = new SplittableRandom(seed);
            byte[] bytes = whole.clone();
            if (seed % 3 == 0) {
                random.nextBytes(bytes);
                System.arraycopy(whole, 0, bytes, 0, seed % 2 == 0 ? 40 : 0);
            } else {
                for (int i = 0; i < 200; i++) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            var other = disk.copy(seed);
            other.put(INDEX, bytes);
            try (var again = openSmall(other)) {
                assertHolds(again, "meter 1", 29, "seed " + seed);
                assertHolds(again, "meter 2", 29, "seed " + seed);
                take(again, "meter 1");
                assertHolds(again, "meter 1", 30, "seed " + seed);
            }
        }
    }

    @Test
    void readsRandomAndMutatedBytesAsNoFrame() throws IOException {
        var disk = manufactured(1);
        grow(openSmall(disk), "meter 1", 2);
        byte[] whole = disk.content(JOURNAL);
        var form = new FrameForm(KEY);
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new SplittableRandom(seed);
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (seed % 2 == 0) {
                bytes = whole.clone();
                int first = random.nextInt(100);
                bytes[first] ^= (byte) random.nextInt(1, 256);
            } else if (bytes.length > 8) {
                System.arraycopy(whole, 0, bytes, 0, random.nextInt(9));
            }
            var other = new LyingDisk(seed);
            other.put("f", bytes);
            var read = form.read(other.open("f"), 0);
            assertTrue(
                    read.isEmpty() || (seed % 2 == 0 && read.get().frame().number() == 0),
                    "seed " + seed);
        }
    }

    @Test
    void leavesADamagedAuditEntryOutSoThatTheChainShowsIt() throws IOException {
        var disk = manufactured(1);
        var journal = openSmall(disk);
        journal.note(Kind.STALE, "meter 1", "one");
        int before = disk.content(JOURNAL).length;
        journal.note(Kind.STALE, "meter 2", "two");
        journal.note(Kind.STALE, "meter 3", "three");
        disk.rot(JOURNAL, before + 60, 1);

        var events = journal.events(1, 10);
        assertEquals(2, events.size());
        assertEquals(3, events.getLast().number());
        assertFalse(events.getLast().previous().equals(Canonical.hash(events.getFirst())));
    }
}
