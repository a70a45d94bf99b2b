package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.Frame.Entry;
import org.franklin.box.freshness.journal.FrameForm.Placed;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where in the journal the step lies that answered a request: a hash table in a file, read and
/// written in buckets, so that an answer is found in bounded time however old it is.
///
/// It is a hint. Each hit is proven by the frame that lies there, whoever misses walks the meter's
/// steps backwards, and a file that is lost or foreign is made anew from the journal. So it is not
/// forced with each step, and a failing disk only ends it.
///
/// It grows by segments, each twice as large as the one before and behind it in the file: nothing
/// is ever moved, no step waits for a growth, and a search looks at each segment once.
final class ArchiveIndex implements AutoCloseable {

    private static final byte[] MAGIC = {'F', 'R', 'K', 'I', 0, 0, 0, 1};
    private static final int HEADER = 64;

    /// Hash and offset; no step lies at offset 0, which marks a free entry.
    private static final int ENTRY = 2 * Long.BYTES;

    private static final int BUCKET = 32 * ENTRY;

    /// How many buckets in a row are tried.
    private static final int REACH = 8;

    private static final int MOST_SEGMENTS = 32;

    private final BoxDisk disk;
    private final String name;
    private final Bytes journal;
    private final long firstBuckets;
    private List<BoxFile> file;
    private int segment;
    private long entries;

    private ArchiveIndex(BoxDisk disk, String name, Bytes journal, long firstBuckets) {
        this.disk = disk;
        this.name = name;
        this.journal = journal;
        this.firstBuckets = firstBuckets;
        file = List.of();
    }

    /// Opens the index of the journal that begins with the frame of this MAC. Where there is none,
    /// `rebuild` fills a new one.
    static ArchiveIndex open(
            BoxDisk disk, String name, Bytes journal, long firstBuckets, Rebuild rebuild) {
        var index = new ArchiveIndex(disk, name, journal, firstBuckets);
        try {
            if (!index.isThere()) {
                disk.delete(name);
                index.file = List.of(disk.create(name));
                index.writeHeader(index.file.getFirst());
                rebuild.fill(index);
            }
        } catch (IOException e) {
            index.giveUp();
        }
        return index;
    }

    /// Adds all steps of a journal.
    interface Rebuild {
        void fill(ArchiveIndex index) throws IOException;
    }

    private boolean isThere() throws IOException {
        if (!disk.exists(name)) {
            return false;
        }
        BoxFile found = disk.open(name);
        var header = ByteBuffer.wrap(Arrays.copyOf(found.read(0, HEADER), HEADER));
        byte[] start = new byte[MAGIC.length + journal.length()];
        header.get(start);
        segment = header.getInt();
        entries = header.getLong();
        boolean ours =
                Arrays.equals(start, start())
                        && segment >= 0
                        && segment < MOST_SEGMENTS
                        && entries >= 0;
        if (ours) {
            file = List.of(found);
        } else {
            segment = 0;
            entries = 0;
            found.close();
        }
        return ours;
    }

    void add(Placed placed) {
        for (Entry entry : placed.frame().entries()) {
            if (entry.stepped().orElse(null) instanceof Entry.Stepped(var step, _)) {
                add(hash(SubjectKey.of(step.subject()), step.request()), placed.head().start());
            }
        }
    }

    private synchronized void add(long hash, long offset) {
        try {
            while (!file.isEmpty() && !isEntered(file.getFirst(), hash, offset)) {
                segment++;
                entries = 0;
                if (segment == MOST_SEGMENTS) {
                    giveUp();
                }
            }
        } catch (IOException e) {
            giveUp();
        }
    }

    /// Enters what is not there yet; false if the current segment is full, or crowded here.
    private boolean isEntered(BoxFile open, long hash, long offset) throws IOException {
        if (entries >= buckets(segment) * (BUCKET / ENTRY) * 3 / 4) {
            return false;
        }
        for (int step = 0; step < REACH; step++) {
            long place = place(segment, hash, step);
            var bucket = bucket(open, place);
            for (int at = 0; at < BUCKET; at += ENTRY) {
                long found = bucket.getLong(at + Long.BYTES);
                if (found == 0) {
                    byte[] entry = ByteBuffer.allocate(ENTRY).putLong(hash).putLong(offset).array();
                    open.write(place + at, entry);
                    entries++;
                    return true;
                }
                if (found == offset && bucket.getLong(at) == hash) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Where the answer to a request may lie, the likeliest place first.
    synchronized List<Long> places(SubjectKey subject, RequestKey request) {
        long hash = hash(subject, request);
        var places = new ArrayList<Long>();
        try {
            for (int searched = segment; !file.isEmpty() && searched >= 0; searched--) {
                search(file.getFirst(), searched, hash, places);
            }
        } catch (IOException e) {
            giveUp();
        }
        return places;
    }

    private void search(BoxFile open, int searched, long hash, List<Long> places)
            throws IOException {
        for (int step = 0; step < REACH; step++) {
            var bucket = bucket(open, place(searched, hash, step));
            for (int at = 0; at < BUCKET; at += ENTRY) {
                long offset = bucket.getLong(at + Long.BYTES);
                if (offset == 0) {
                    return;
                }
                if (bucket.getLong(at) == hash) {
                    places.add(offset);
                }
            }
        }
    }

    /// Forces all that was entered. Whoever enters or searches meanwhile does not wait.
    void force() {
        List<BoxFile> forced;
        try {
            synchronized (this) {
                forced = file;
                if (!forced.isEmpty()) {
                    writeHeader(forced.getFirst());
                }
            }
            if (!forced.isEmpty()) {
                forced.getFirst().force();
            }
        } catch (IOException e) {
            giveUp();
        }
    }

    @Override
    public synchronized void close() {
        for (BoxFile open : file) {
            try {
                open.close();
            } catch (IOException e) {
                // A hint that is lost is made anew.
                break;
            }
        }
        file = List.of();
    }

    /// Without its file, the next start makes a whole one.
    private synchronized void giveUp() {
        close();
        try {
            disk.delete(name);
        } catch (IOException e) {
            // What is left of it misleads nobody: each hit is proven.
            file = List.of();
        }
    }

    private void writeHeader(BoxFile open) throws IOException {
        open.write(
                0,
                ByteBuffer.allocate(HEADER).put(start()).putInt(segment).putLong(entries).array());
    }

    private byte[] start() {
        return Bytes.of(MAGIC).plus(journal).toArray();
    }

    private ByteBuffer bucket(BoxFile open, long place) throws IOException {
        return ByteBuffer.wrap(Arrays.copyOf(open.read(place, BUCKET), BUCKET));
    }

    private long place(int segment, long hash, int step) {
        long before = firstBuckets * ((1L << segment) - 1);
        long bucket = (hash + step) & (buckets(segment) - 1);
        return HEADER + (before + bucket) * BUCKET;
    }

    private long buckets(int segment) {
        return firstBuckets << segment;
    }

    /// The subject's key is a hash already; the rest is stirred in (the finish of SplitMix64).
    private static long hash(SubjectKey subject, RequestKey request) {
        long hash = subject.high() + 31 * request.sequence() + ((long) request.actor() << 48);
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
