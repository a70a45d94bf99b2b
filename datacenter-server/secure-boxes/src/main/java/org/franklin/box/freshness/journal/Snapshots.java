package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.SnapshotForm.Snapshot;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// The last two snapshots of a journal. They make a start short and are never needed: the journal
/// is complete.
///
/// A new one is written beside them, forced, and takes the place of the older in one step; a crash
/// at any point leaves at least the newer.
final class Snapshots {

    private static final int KEPT = 2;

    private final BoxDisk disk;
    private final String journal;
    private final SnapshotForm form;
    private final long leastGrowth;
    private final Semaphore turn = new Semaphore(1);
    private volatile boolean closed;
    private volatile long generation;
    private volatile long position;
    private volatile long growth;

    /// `leastGrowth` is how much the journal must have grown for a new snapshot, in bytes; and it
    /// must have grown by as much as the last one took, so that all together cost no more than the
    /// journal.
    Snapshots(BoxDisk disk, String journal, SnapshotForm form, long leastGrowth) {
        this.disk = disk;
        this.journal = journal;
        this.form = form;
        this.leastGrowth = leastGrowth;
        growth = leastGrowth;
    }

    /// The newest one that is genuine.
    Optional<Snapshot> newest() {
        var newest =
                IntStream.range(0, KEPT)
                        .mapToObj(this::name)
                        .sorted(Comparator.comparingLong(this::claimedGeneration).reversed())
                        .flatMap(name -> read(name).stream())
                        .findFirst();
        newest.ifPresent(snapshot -> {
            generation = snapshot.generation();
            position = snapshot.from().end();
            growth = growth(snapshot.table().rows() * (long) SlotTable.ROW);
        });
        return newest;
    }

    boolean isDue(Remembered remembered) {
        return remembered.head().end() - position >= growth;
    }

    /// Writes a snapshot, unless one is just being written. False if the disk failed: then the old
    /// ones are as good as before.
    boolean write(Remembered remembered) {
        if (!turn.tryAcquire()) {
            return true;
        }
        try {
            return closed || remembered.fault().isPresent() || isWritten(remembered);
        } finally {
            turn.release();
        }
    }

    /// Waits for one that is just being written, and writes a last one if the journal has grown
    /// since. If that fails, the old ones are there.
    void close(Remembered remembered) {
        turn.acquireUninterruptibly();
        try {
            if (!closed && remembered.fault().isEmpty() && remembered.head().end() > position) {
                replace(generation + 1, remembered);
            }
        } catch (IOException e) {
            // The next start reads a little more of the journal.
            closed = true;
        } finally {
            closed = true;
            turn.release();
        }
    }

    private boolean isWritten(Remembered remembered) {
        try {
            position = remembered.head().end();
            long next = generation + 1;
            growth = growth(replace(next, remembered));
            generation = next;
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private long replace(long next, Remembered remembered) throws IOException {
        String fresh = journal + ".snapshot-new";
        long length;
        disk.delete(fresh);
        try (BoxFile file = disk.create(fresh)) {
            length = form.write(file, next, remembered);
            file.force();
        }
        disk.rename(fresh, name((int) (next % KEPT)));
        disk.force();
        return length;
    }

    private long growth(long length) {
        return Math.max(leastGrowth, length);
    }

    private String name(int place) {
        return journal + ".snapshot-" + place;
    }

    private long claimedGeneration(String name) {
        try (BoxFile file = disk.open(name)) {
            return SnapshotForm.claimedGeneration(file);
        } catch (IOException e) {
            return -1;
        }
    }

    private Optional<Snapshot> read(String name) {
        try (BoxFile file = disk.open(name)) {
            return form.read(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
