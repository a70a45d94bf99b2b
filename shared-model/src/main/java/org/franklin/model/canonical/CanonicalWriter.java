package org.franklin.model.canonical;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects the canonical bytes of one value.
final class CanonicalWriter {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] out;
    private int length;

    /// Then no array that was written to is left as it is.
    private boolean holdsSecret;

    /// `expected` is a guess; the room grows.
    CanonicalWriter(int expected) {
        out = new byte[expected];
    }

    void position(int ordinal) {
        int at = room(Byte.BYTES);
        out[at] = (byte) ordinal;
    }

    void int32(int value) {
        int at = room(Integer.BYTES);
        INT.set(out, at, value);
    }

    void int64(long value) {
        int at = room(Long.BYTES);
        LONG.set(out, at, value);
    }

    void bytes(byte[] value) {
        int32(value.length);
        plain(value);
    }

    /// Refuses what UTF-8 cannot say, which would otherwise turn into question marks.
    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (!new String(utf8, StandardCharsets.UTF_8).equals(value)) {
            throw new IllegalArgumentException("text holds half a character");
        }
        bytes(utf8);
    }

    /// Bytes without their count in front.
    void plain(byte[] value) {
        int at = room(value.length);
        System.arraycopy(value, 0, out, at, value.length);
    }

    /// Bytes that are to be nowhere else in the end.
    void secret(byte[] value) {
        holdsSecret = true;
        bytes(value);
    }

    /// All that was written; to be asked once, at the end.
    byte[] toByteArray() {
        byte[] written = Arrays.copyOf(out, length);
        forget(out);
        return written;
    }

    /// Whether this was written; to be asked once, at the end.
    boolean wrote(byte[] expected) {
        boolean equal = Arrays.equals(out, 0, length, expected, 0, expected.length);
        forget(out);
        return equal;
    }

    private void forget(byte[] array) {
        if (holdsSecret) {
            Arrays.fill(array, (byte) 0);
        }
    }

    /// Makes room at the end, perhaps in another array, and says where it begins.
    private int room(int more) {
        int from = length;
        length = Math.addExact(from, more);
        if (length > out.length) {
            byte[] before = out;
            out = Arrays.copyOf(before, Math.max(length, 2 * before.length));
            forget(before);
        }
        return from;
    }
}
