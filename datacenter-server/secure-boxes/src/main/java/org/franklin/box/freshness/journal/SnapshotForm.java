package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.FrameForm.Head;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// How a snapshot lies in its file: the rows of the table, the offsets of the audit entries, a
/// trailer of fixed length, and the HMAC-SHA-256 of the SHA-256 of all of that.
///
/// Rows are copied while steps go on: each is as it was at `from` or later, none is younger than
/// `reached`. Steps from `from` on are read from the journal again.
final class SnapshotForm {

    /// What a start begins with. The journal must still hold the frame that was `reached`.
    record Snapshot(
            long generation, Head from, Head reached, SlotTable table, AuditTrail.Prefix trail) {

        /// Where there is no snapshot: behind the first frame, which holds nothing.
        static Snapshot beforeAll(Head first) {
            return new Snapshot(0, first, first, new SlotTable(), new AuditTrail().prefix());
        }
    }

    private static final byte[] MAGIC = {'F', 'R', 'K', 'S', 0, 0, 0, 1};
    private static final int MAC = 32;
    private static final int HEAD = 3 * Long.BYTES + MAC;
    private static final int TRAILER =
            MAGIC.length + Long.BYTES + 2 * HEAD + 2 * Integer.BYTES + Hash.LENGTH;
    private static final int BLOCK = SlotTable.CHUNK * SlotTable.ROW;

    private final RecordMac mac;

    SnapshotForm(MasterKey journalKey) {
        mac = new RecordMac(journalKey, KeyPurpose.SNAPSHOT_MAC);
    }

    /// Writes what is remembered while it may move on. Returns the length.
    long write(BoxFile file, long generation, Remembered remembered) throws IOException {
        Head from;
        AuditTrail.Prefix trail;
        int rows;
        synchronized (remembered) {
            from = remembered.head();
            trail = remembered.trail();
            rows = remembered.rows();
        }
        var out = new Digested(file);
        for (int row = 0; row < rows; row += SlotTable.CHUNK) {
            out.write(remembered.rows(row, rows));
        }
        int events = trail.tip().count();
        var offsets = ByteBuffer.allocate(events * Long.BYTES);
        offsets.asLongBuffer().put(0, trail.offsets(), 0, events);
        out.write(offsets.array());
        var trailer = ByteBuffer.allocate(TRAILER).put(MAGIC).putLong(generation);
        put(trailer, from);
        put(trailer, remembered.head());
        trailer.putInt(rows).putInt(events).put(trail.tip().head().bytes().toArray());
        out.write(trailer.array());
        file.write(out.length, macOf(out.digest).toArray());
        return out.length + MAC;
    }

    /// The number that a snapshot claims for itself; nothing is checked.
    static long claimedGeneration(BoxFile file) throws IOException {
        byte[] claim = file.read(file.size() - MAC - TRAILER + MAGIC.length, Long.BYTES);
        return claim.length == Long.BYTES ? ByteBuffer.wrap(claim).getLong() : -1;
    }

    /// The snapshot, if it is whole and genuine. Memory is bounded by the file's length.
    Optional<Snapshot> read(BoxFile file) throws IOException {
        long size = file.size();
        long end = size - MAC;
        if (end < TRAILER) {
            return Optional.empty();
        }
        var trailer = ByteBuffer.wrap(file.read(end - TRAILER, TRAILER));
        byte[] magic = new byte[MAGIC.length];
        trailer.get(magic);
        long generation = trailer.getLong();
        Head from = head(trailer);
        Head reached = head(trailer);
        int rows = trailer.getInt();
        int events = trailer.getInt();
        var last = new Hash(bytes(trailer, Hash.LENGTH));
        long rowsEnd = (long) rows * SlotTable.ROW;
        if (!Arrays.equals(magic, MAGIC)
                || rows < 0
                || events < 0
                || rowsEnd + (long) events * Long.BYTES + TRAILER != end) {
            return Optional.empty();
        }
        var digest = sha256();
        var table = new SlotTable();
        for (long at = 0; at < rowsEnd; at += BLOCK) {
            byte[] block = file.read(at, (int) Math.min(BLOCK, rowsEnd - at));
            digest.update(block);
            table.load(block);
        }
        byte[] offsets = file.read(rowsEnd, events * Long.BYTES);
        digest.update(offsets);
        digest.update(trailer.array());
        if (!macOf(digest).equals(Bytes.of(file.read(end, MAC)))) {
            return Optional.empty();
        }
        return Optional.of(
                new Snapshot(
                        generation,
                        from,
                        reached,
                        table,
                        new AuditTrail.Prefix(
                                ByteBuffer.wrap(offsets).asLongBuffer(),
                                new AuditTrail.Tip(events, last))));
    }

    /// Writes one piece behind the other and takes the digest of all.
    private static final class Digested {

        private final BoxFile file;
        private final MessageDigest digest = sha256();
        private long length;

        Digested(BoxFile file) {
            this.file = file;
        }

        void write(byte[] bytes) throws IOException {
            file.write(length, bytes);
            digest.update(bytes);
            length += bytes.length;
        }
    }

    private static void put(ByteBuffer out, Head head) {
        out.putLong(head.start())
                .putLong(head.end())
                .putLong(head.number())
                .put(head.mac().toArray());
    }

    private static Head head(ByteBuffer in) {
        return new Head(in.getLong(), in.getLong(), in.getLong(), bytes(in, MAC));
    }

    private static Bytes bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Bytes.of(bytes);
    }

    private Bytes macOf(MessageDigest digest) {
        return mac.mac("snapshot", 0, Bytes.of(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java runtime has SHA-256", e);
        }
    }
}
