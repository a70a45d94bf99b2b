package org.franklin.model.canonical;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Collects the canonical bytes of one value.
final class CanonicalWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    void header(byte version, String name) {
        out.write(version);
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        out.write(ascii.length);
        out.writeBytes(ascii);
    }

    void position(int ordinal) {
        out.write(ordinal);
    }

    void int32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    void int64(long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    void bytes(byte[] value) {
        int32(value.length);
        out.writeBytes(value);
    }

    /// Refuses what UTF-8 cannot say, which would otherwise turn into question marks.
    void text(String value) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
            throw new IllegalArgumentException("text holds half a character");
        }
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
