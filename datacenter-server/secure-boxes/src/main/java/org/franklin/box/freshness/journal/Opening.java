package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.FrameForm.Head;
import org.franklin.box.freshness.journal.SnapshotForm.Snapshot;
import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// What an open journal holds on its disk, and how it comes to hold it.
record Opening(
        BoxDisk.Lock lock,
        BoxFile file,
        FrameForm form,
        ArchiveIndex index,
        Snapshots snapshots,
        DiskFault fault) {

    /// When a snapshot is due, in bytes, and how large the index begins, in buckets.
    record Sizes(long leastGrowth, long firstBuckets) {
        static final Sizes STANDARD = new Sizes(8 << 20, 128);
    }

    static void create(BoxDisk disk, String name, MasterKey journalKey) throws IOException {
        var none = Bytes.of(new byte[32]);
        var first = new FrameForm(journalKey).seal(new Frame(0, none, List.of()), 0);
        try (BoxFile file = disk.create(name)) {
            file.write(0, first.bytes().toArray());
            file.force();
        }
        disk.force();
    }

    static LocalJournal open(
            BoxDisk disk, String name, MasterKey journalKey, InstantSource clock, Sizes sizes)
            throws IOException {
        var lock = disk.lock(name + ".lock");
        try {
            var fault = new DiskFault(disk, name);
            boolean failedBefore = fault.isMarked();
            if (failedBefore) {
                fault.copy(new FrameForm(journalKey));
            }
            var journal = locked(lock, disk, name, journalKey, clock, sizes);
            if (failedBefore && journal.broken().isEmpty()) {
                journal.note(
                        BoxEvent.Kind.DISK_FAULT, "box", "the journal was copied after a fault");
                if (journal.broken().isEmpty()) {
                    fault.clear();
                }
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static LocalJournal locked(
            BoxDisk.Lock lock,
            BoxDisk disk,
            String name,
            MasterKey journalKey,
            InstantSource clock,
            Sizes sizes)
            throws IOException {
        var form = new FrameForm(journalKey);
        var fault = new DiskFault(disk, name);
        BoxFile file = disk.open(name);
        try {
            var first =
                    form.read(file, 0)
                            .orElseThrow(() -> new IOException("this is no journal of this box"))
                            .head();
            var snapshots =
                    new Snapshots(disk, name, new SnapshotForm(journalKey), sizes.leastGrowth());
            Snapshot start = snapshots.newest().orElseGet(() -> Snapshot.beforeAll(first));
            var remembered =
                    new Remembered(start.from(), start.table(), new AuditTrail(start.trail()));
            var index =
                    ArchiveIndex.open(
                            disk,
                            name + ".index",
                            first.mac(),
                            sizes.firstBuckets(),
                            made -> fill(made, file, form, start.from()));
            new Replay(file, form, remembered, index).run(start.reached());
            return new LocalJournal(
                    new Opening(lock, file, form, index, snapshots, fault), remembered, clock);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// Adds the steps of all frames up to the one that a start begins with.
    private static void fill(ArchiveIndex index, BoxFile file, FrameForm form, Head last)
            throws IOException {
        var next = form.read(file, 0);
        while (next.isPresent() && next.get().head().end() <= last.end()) {
            index.add(next.get());
            next = form.read(file, next.get().head().end());
        }
    }

    void close() throws IOException {
        index.close();
        try (lock) {
            file.close();
        }
    }
}
