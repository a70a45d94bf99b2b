package org.franklin.datacenter.keymanagement.line;

import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Reads frames from a line, many with one system call. Nothing is set aside for a frame before its
/// length is known to be allowed.
final class FrameReader {

    private static final int BUFFER = 256 * 1024;

    private final Line line;
    private final int longestBody;
    private final ByteBuffer buffer;

    FrameReader(Line line, int longestBody) {
        this.line = line;
        this.longestBody = longestBody;
        this.buffer = line.buffer(BUFFER).flip();
    }

    /// Waits for the next frame; empty where the other side ended between two frames.
    Optional<Frame> next() throws IOException {
        if (!has(Integer.BYTES)) {
            if (buffer.hasRemaining()) {
                throw new FrameFault("it broke off within a frame");
            }
            return Optional.empty();
        }
        int length = buffer.getInt();
        if (length < Frame.HEAD || length - Frame.HEAD > longestBody) {
            throw new FrameFault(
                    "a frame of %d bytes; %d to %d are allowed"
                            .formatted(length, Frame.HEAD, Frame.HEAD + longestBody));
        }
        require(Frame.HEAD);
        var kind = kind(buffer.get());
        long call = buffer.getLong();
        return Optional.of(new Frame(kind, call, Bytes.of(body(length - Frame.HEAD))));
    }

    private static Frame.Kind kind(byte code) throws FrameFault {
        for (Frame.Kind kind : Frame.Kind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new FrameFault("a frame of the unknown kind " + code);
    }

    private byte[] body(int length) throws IOException {
        byte[] body = new byte[length];
        int read = 0;
        while (read < length) {
            require(1);
            int some = Math.min(buffer.remaining(), length - read);
            buffer.get(body, read, some);
            read += some;
        }
        return body;
    }

    private void require(int bytes) throws IOException {
        if (!has(bytes)) {
            throw new FrameFault("it broke off within a frame");
        }
    }

    private boolean has(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        buffer.compact();
        try {
            while (buffer.position() < bytes) {
                if (line.read(buffer) < 0) {
                    return false;
                }
            }
            return true;
        } finally {
            buffer.flip();
        }
    }
}
