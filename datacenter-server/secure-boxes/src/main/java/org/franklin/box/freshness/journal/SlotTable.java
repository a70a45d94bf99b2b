package org.franklin.box.freshness.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Slot;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Counter, two hashes, latch and file offset of each subject: rows of bytes and an index of whole
/// numbers, about 110 bytes a subject, no object for any. Not safe for several threads.
final class SlotTable {

    /// A subject by the first 16 bytes of its SHA-256. Subjects are serial numbers and account
    /// numbers, which the data center draws: two that collide are 2^64 hashes of work away, and
    /// would gain nothing, since a step must still name the hash of the record before it, which
    /// names its subject: the two would lock each other and no third one.
    record SubjectKey(long high, long low) {
        static SubjectKey of(String subject) {
            var digest = ByteBuffer.wrap(Hash.of(subject.getBytes(UTF_8)).bytes().toArray());
            return new SubjectKey(digest.getLong(), digest.getLong());
        }
    }

    /// A row holds the number of one of these, counted from 1, or 0.
    private static final List<Evidence> EVIDENCE = List.of(Evidence.values());

    private static final int LOW = 8;
    private static final int COUNTER = 16;
    private static final int HASH = 24;
    private static final int PREVIOUS = HASH + Hash.LENGTH;
    private static final int OFFSET = PREVIOUS + Hash.LENGTH;
    private static final int LATCH = OFFSET + 8;

    /// In bytes.
    static final int ROW = LATCH + 1;

    static final int CHUNK = 4096;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private int rows;

    /// Row numbers plus one, at the place of a key or the next free one behind it.
    private int[] index = new int[1024];

    int rows() {
        return rows;
    }

    /// What the table takes in memory.
    long bytes() {
        return (long) chunks.size() * CHUNK * ROW + (long) index.length * Integer.BYTES;
    }

    Optional<Slot> slot(SubjectKey key) {
        int row = find(key);
        return row < 0 ? Optional.empty() : Optional.of(slot(chunkOf(row), at(row)));
    }

    /// Where the subject's last step lies, or 0.
    long offset(SubjectKey key) {
        int row = find(key);
        return row < 0 ? 0 : chunkOf(row).getLong(at(row) + OFFSET);
    }

    /// Moves a subject on to a record.
    void advance(SubjectKey key, long counter, Hash from, Hash to, long offset) {
        int row = find(key);
        if (row < 0) {
            row = add(key);
        }
        chunkOf(row)
                .putLong(at(row) + COUNTER, counter)
                .put(at(row) + HASH, to.bytes().toArray())
                .put(at(row) + PREVIOUS, from.bytes().toArray())
                .putLong(at(row) + OFFSET, offset);
    }

    /// Locks a subject, if there is one.
    void latch(SubjectKey key, Evidence evidence) {
        int row = find(key);
        if (row >= 0) {
            chunkOf(row).put(at(row) + LATCH, (byte) (EVIDENCE.indexOf(evidence) + 1));
        }
    }

    void unlatch(SubjectKey key) {
        int row = find(key);
        if (row >= 0) {
            chunkOf(row).put(at(row) + LATCH, (byte) 0);
        }
    }

    /// Clears every latch but those of subjects whose bytes cannot be read.
    void unlatchAll() {
        int damaged = EVIDENCE.indexOf(Evidence.DAMAGED) + 1;
        for (int row = 0; row < rows; row++) {
            if (chunkOf(row).get(at(row) + LATCH) != damaged) {
                chunkOf(row).put(at(row) + LATCH, (byte) 0);
            }
        }
    }

    /// Whose row this is.
    SubjectKey key(int row) {
        return new SubjectKey(chunkOf(row).getLong(at(row)), chunkOf(row).getLong(at(row) + LOW));
    }

    /// How many subjects are latched.
    int latched() {
        int latched = 0;
        for (int row = 0; row < rows; row++) {
            latched += chunkOf(row).get(at(row) + LATCH) == 0 ? 0 : 1;
        }
        return latched;
    }

    /// A copy of the rows from one, included, to another, excluded, at most to the end of a chunk.
    byte[] copy(int from, int to) {
        byte[] copy = new byte[Math.min(to - from, CHUNK - from % CHUNK) * ROW];
        chunkOf(from).get(at(from), copy);
        return copy;
    }

    /// Takes over rows as they were copied.
    void load(byte[] copied) {
        for (int at = 0; at + ROW <= copied.length; at += ROW) {
            var row = ByteBuffer.wrap(copied, at, ROW).slice();
            int number = add(new SubjectKey(row.getLong(0), row.getLong(LOW)));
            chunkOf(number).put(at(number), row, 0, ROW);
        }
    }

    private static Slot slot(ByteBuffer chunk, int at) {
        int latch = chunk.get(at + LATCH);
        return new Slot(
                chunk.getLong(at + COUNTER),
                hash(chunk, at + HASH),
                hash(chunk, at + PREVIOUS),
                latch == 0 ? Optional.empty() : Optional.of(EVIDENCE.get(latch - 1)));
    }

    private static Hash hash(ByteBuffer chunk, int at) {
        byte[] hash = new byte[Hash.LENGTH];
        chunk.get(at, hash);
        return new Hash(Bytes.of(hash));
    }

    private int find(SubjectKey key) {
        for (int place = place(key.low()); index[place] != 0; place = next(place)) {
            int row = index[place] - 1;
            var chunk = chunkOf(row);
            if (chunk.getLong(at(row) + LOW) == key.low() && chunk.getLong(at(row)) == key.high()) {
                return row;
            }
        }
        return -1;
    }

    private int add(SubjectKey key) {
        if (rows % CHUNK == 0) {
            chunks.add(ByteBuffer.allocate(CHUNK * ROW));
        }
        int row = rows++;
        chunkOf(row).putLong(at(row), key.high()).putLong(at(row) + LOW, key.low());
        if (rows > index.length / 2) {
            index = new int[index.length * 2];
            for (int old = 0; old < rows; old++) {
                enter(chunkOf(old).getLong(at(old) + LOW), old);
            }
        } else {
            enter(key.low(), row);
        }
        return row;
    }

    private void enter(long low, int row) {
        int place = place(low);
        while (index[place] != 0) {
            place = next(place);
        }
        index[place] = row + 1;
    }

    private int place(long low) {
        return (int) low & (index.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (index.length - 1);
    }

    private ByteBuffer chunkOf(int row) {
        return chunks.get(row / CHUNK);
    }

    private static int at(int row) {
        return row % CHUNK * ROW;
    }
}
