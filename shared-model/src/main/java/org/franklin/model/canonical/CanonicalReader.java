package org.franklin.model.canonical;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads canonical bytes, strictly: a value that would be written otherwise is refused.
final class CanonicalReader {

    /// The bytes are not the canonical form of any value of the type.
    static final class NotCanonical extends RuntimeException {
        NotCanonical(String message) {
            super(message, null, false, false);
        }
    }

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// What stands for bytes that are not UTF-8, where a reader is lenient.
    private static final char REPLACEMENT = '\ufffd';

    private final byte[] in;
    private int next;

    CanonicalReader(byte[] in) {
        this.in = in;
    }

    /// The header is version, length of the name, and name.
    void header(byte[] expected) {
        int from = take(expected.length);
        if (in[from] != expected[0]) {
            throw new NotCanonical("unknown version of the canonical form");
        }
        if (!Arrays.equals(in, from, next, expected, 0, expected.length)) {
            throw new NotCanonical("the bytes are of another type");
        }
    }

    int position(int count) {
        int ordinal = Byte.toUnsignedInt(in[take(Byte.BYTES)]);
        if (ordinal >= count) {
            throw new NotCanonical("no choice has the number " + ordinal);
        }
        return ordinal;
    }

    int int32() {
        return (int) INT.get(in, take(Integer.BYTES));
    }

    long int64() {
        return (long) LONG.get(in, take(Long.BYTES));
    }

    /// A count of items that each take at least one byte of what is left.
    int count() {
        int count = int32();
        require(count);
        return count;
    }

    Bytes bytes() {
        return Bytes.keeping(byteArray());
    }

    /// A new array, the caller's own.
    byte[] byteArray() {
        int from = take(count());
        return Arrays.copyOfRange(in, from, next);
    }

    String text() {
        int from = take(count());
        String text = new String(in, from, next - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(from, next, text)) {
            throw new NotCanonical("text is not UTF-8");
        }
        return text;
    }

    private boolean isUtf8(int from, int to, String text) {
        byte[] strict = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(in, from, to, strict, 0, strict.length);
    }

    void end() {
        if (next < in.length) {
            throw new NotCanonical(in.length - next + " bytes too many");
        }
    }

    private int take(int length) {
        require(length);
        int from = next;
        next += length;
        return from;
    }

    private void require(int length) {
        if (length < 0 || length > in.length - next) {
            throw new NotCanonical("the bytes end early");
        }
    }
}
