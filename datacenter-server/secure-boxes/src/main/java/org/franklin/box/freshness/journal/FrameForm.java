package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// How a frame lies in the file: 4 bytes `FRKJ`, the length of the canonical frame in 4 bytes
/// big-endian, the frame, and its HMAC-SHA-256 under the box's journal key, 32 bytes.
final class FrameForm {

    /// Which frame lies where: from `start`, included, to `end`, excluded.
    record Head(long start, long end, long number, Bytes mac) {}

    record Placed(Frame frame, Head head) {}

    /// A frame, and the bytes that make it so.
    record Sealed(Placed placed, Bytes bytes) {}

    /// Bounds what one frame can make the box read into memory.
    static final int LONGEST = 16 * 1024 * 1024;

    private static final byte[] MAGIC = {'F', 'R', 'K', 'J'};
    private static final int HEADER = MAGIC.length + Integer.BYTES;
    private static final int MAC = 32;

    private final RecordMac mac;

    FrameForm(MasterKey journalKey) {
        mac = new RecordMac(journalKey, KeyPurpose.JOURNAL_MAC);
    }

    Sealed seal(Frame frame, long start) {
        Bytes content = Canonical.bytes(frame);
        if (content.length() > LONGEST) {
            throw new IllegalArgumentException("a frame of the journal is too long");
        }
        Bytes sealed = macOf(content);
        byte[] bytes =
                ByteBuffer.allocate(HEADER + content.length() + MAC)
                        .put(MAGIC)
                        .putInt(content.length())
                        .put(content.toArray())
                        .put(sealed.toArray())
                        .array();
        return new Sealed(placed(frame, start, bytes.length, sealed), Bytes.of(bytes));
    }

    /// The frame at an offset, if a whole and genuine one lies there.
    Optional<Placed> read(BoxFile file, long start) throws IOException {
        if (start < 0) {
            return Optional.empty();
        }
        byte[] header = file.read(start, HEADER);
        if (header.length < HEADER || !isMagic(header, 0)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(header).getInt(MAGIC.length);
        if (length < 0 || length > LONGEST || length + HEADER + MAC > file.size() - start) {
            return Optional.empty();
        }
        Bytes rest = Bytes.of(file.read(start + HEADER, length + MAC));
        if (rest.length() < length + MAC) {
            return Optional.empty();
        }
        Bytes content = rest.slice(0, length);
        Bytes found = rest.slice(length, length + MAC);
        if (!found.equals(macOf(content))) {
            return Optional.empty();
        }
        return switch (Canonical.decode(Frame.class, content)) {
            case Valid<Frame>(var frame) ->
                    Optional.of(placed(frame, start, HEADER + length + MAC, found));
            case Malformed<Frame> _ -> Optional.empty();
        };
    }

    /// Whether a genuine frame that came later begins anywhere behind a frame: then what lies
    /// between is damage, not a write that a crash cut short.
    boolean anyLater(BoxFile file, Head last) throws IOException {
        long size = file.size();
        for (long chunk = last.end(); chunk < size; chunk += LONGEST) {
            byte[] bytes = file.read(chunk, LONGEST + MAGIC.length - 1);
            for (int i = 0; i <= bytes.length - MAGIC.length; i++) {
                if (isMagic(bytes, i) && isLater(read(file, chunk + i), last)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isLater(Optional<Placed> found, Head last) {
        return found.filter(placed -> placed.head().number() > last.number()).isPresent();
    }

    private static boolean isMagic(byte[] bytes, int at) {
        return Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    private static Placed placed(Frame frame, long start, int length, Bytes mac) {
        return new Placed(frame, new Head(start, start + length, frame.number(), mac));
    }

    private Bytes macOf(Bytes content) {
        return mac.mac("journal", 0, content);
    }
}
