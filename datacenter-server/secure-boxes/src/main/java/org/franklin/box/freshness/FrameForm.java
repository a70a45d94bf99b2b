package org.franklin.box.freshness;

import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// How a frame lies in the file: 4 bytes `FRKJ`, the length of the canonical frame in 4 bytes
/// big-endian, the frame, and its HMAC-SHA-256 under the box's journal key, 32 bytes.
final class FrameForm {

    /// A frame with its place in the file and its MAC.
    record Placed(Frame frame, long offset, int length, Bytes mac) {
        long end() {
            return offset + length;
        }
    }

    /// Bounds what one frame can make the box read into memory.
    static final int LONGEST = 16 * 1024 * 1024;

    private static final byte[] MAGIC = {'F', 'R', 'K', 'J'};
    private static final int HEAD = MAGIC.length + Integer.BYTES;
    private static final int MAC = 32;

    private final RecordMac mac;

    FrameForm(MasterKey journalKey) {
        mac = new RecordMac(journalKey, KeyPurpose.JOURNAL_MAC);
    }

    Placed place(Frame frame, long offset) {
        Bytes content = Canonical.bytes(frame);
        return new Placed(frame, offset, HEAD + content.length() + MAC, macOf(content));
    }

    byte[] bytes(Placed placed) {
        byte[] content = Canonical.bytes(placed.frame()).toArray();
        if (content.length > LONGEST) {
            throw new IllegalArgumentException("a frame of the journal is too long");
        }
        return ByteBuffer.allocate(placed.length())
                .put(MAGIC)
                .putInt(content.length)
                .put(content)
                .put(placed.mac().toArray())
                .array();
    }

    /// The frame at an offset, if a whole and genuine one lies there.
    Optional<Placed> read(JournalFile file, long offset) throws java.io.IOException {
        var head = ByteBuffer.wrap(file.read(offset, HEAD));
        if (head.remaining() < HEAD
                || !Arrays.equals(Arrays.copyOf(head.array(), MAGIC.length), MAGIC)) {
            return Optional.empty();
        }
        int length = head.getInt(MAGIC.length);
        if (length < 0 || length > LONGEST || length + HEAD + MAC > file.size() - offset) {
            return Optional.empty();
        }
        Bytes rest = Bytes.of(file.read(offset + HEAD, length + MAC));
        Bytes content = rest.slice(0, length);
        Bytes found = rest.slice(length, length + MAC);
        if (!found.equals(macOf(content))) {
            return Optional.empty();
        }
        return switch (Canonical.decode(Frame.class, content)) {
            case Valid<Frame>(var frame) ->
                    Optional.of(new Placed(frame, offset, HEAD + length + MAC, found));
            case Malformed<Frame> _ -> Optional.empty();
        };
    }

    /// Whether a genuine frame begins anywhere behind an offset: then what lies there is damage,
    /// not a write that a crash cut short.
    boolean anyBehind(JournalFile file, long offset) throws java.io.IOException {
        long size = file.size();
        for (long chunk = offset; chunk < size; chunk += LONGEST) {
            byte[] bytes = file.read(chunk, LONGEST + MAGIC.length - 1);
            for (int i = 0; i <= bytes.length - MAGIC.length; i++) {
                if (Arrays.equals(bytes, i, i + MAGIC.length, MAGIC, 0, MAGIC.length)
                        && read(file, chunk + i).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Bytes macOf(Bytes content) {
        return mac.mac("journal", 0, content);
    }
}
