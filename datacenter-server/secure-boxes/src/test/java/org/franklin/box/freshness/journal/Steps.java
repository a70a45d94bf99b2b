package org.franklin.box.freshness.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// A journal and steps for it. The record of a subject at a counter is always the same, so that
/// what was taken is known from the counter.
final class Steps {

    static final String JOURNAL = "meter.journal";
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOON);
    static final MasterKey KEY = key(1);

    /// So small that snapshots, and growths of the index, come soon.
    static final Opening.Sizes SMALL = new Opening.Sizes(4_000, 1);

    private Steps() {}

    static LyingDisk manufactured(long seed) throws IOException {
        var disk = new LyingDisk(seed);
        LocalJournal.create(disk, JOURNAL, KEY);
        return disk;
    }

    static LocalJournal open(BoxDisk disk) throws IOException {
        return LocalJournal.open(disk, JOURNAL, KEY, CLOCK);
    }

    static LocalJournal openSmall(BoxDisk disk) throws IOException {
        return Opening.open(disk, JOURNAL, KEY, CLOCK, SMALL);
    }

    /// The process dies and another one begins.
    static LocalJournal reopen(LyingDisk disk) throws IOException {
        disk.killProcess();
        return openSmall(disk);
    }

    static void grow(FreshnessLog journal, String subject, int steps) {
        for (int i = 0; i < steps; i++) {
            take(journal, subject);
        }
    }

    static void take(FreshnessLog journal, String subject) {
        assertEquals(List.of(new Won()), journal.commit(List.of(next(journal, subject))));
    }

    /// The step that is the subject's turn.
    static Advance next(FreshnessLog journal, String subject) {
        return step(subject, counter(journal, subject) + 1);
    }

    static long counter(FreshnessLog journal, String subject) {
        return journal.slot(subject).map(Slot::counter).orElse(-1L);
    }

    static Advance step(String subject, long counter) {
        return step(subject, counter, hash(subject, counter - 1));
    }

    static Advance step(String subject, long counter, Hash from) {
        return new Advance(
                subject,
                counter,
                from,
                record(subject, counter),
                request(counter),
                Bytes.of(("reply " + counter).getBytes(UTF_8)),
                NOON);
    }

    static RequestKey request(long sequence) {
        return new RequestKey(1, sequence, Hash.NONE);
    }

    static Bytes record(String subject, long counter) {
        return Bytes.of((subject + " at " + counter).getBytes(UTF_8));
    }

    static Hash hash(String subject, long counter) {
        return counter < 0 ? Hash.NONE : Hash.of(record(subject, counter));
    }

    /// Asserts that all is there up to a counter, of this subject: slot, last step and archive.
    static void assertHolds(FreshnessLog journal, String subject, long counter, String where) {
        var slot = journal.slot(subject).orElseThrow(() -> new AssertionError(where));
        assertEquals(counter, slot.counter(), where);
        assertEquals(hash(subject, counter), slot.hash(), where);
        assertEquals(hash(subject, counter - 1), slot.previous(), where);
        var last = new Recalled.Found(step(subject, counter));
        assertEquals(last, journal.last(subject), where);
        for (long earlier = 0; earlier <= counter; earlier++) {
            assertEquals(
                    new Recalled.Found(step(subject, earlier)),
                    journal.find(subject, request(earlier)),
                    where);
        }
        assertEquals(new Recalled.Nothing(), journal.find(subject, request(counter + 1)), where);
    }

    static MasterKey key(int seed) {
        byte[] secret = new byte[32];
        secret[0] = (byte) seed;
        return new MasterKey(SecretBytes.take(secret), Bytes.of(new byte[16]));
    }
}
