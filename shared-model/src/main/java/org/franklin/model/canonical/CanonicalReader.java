package org.franklin.model.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads canonical bytes, strictly: a value that would be written otherwise is refused.
final class CanonicalReader {

    /// The bytes are not the canonical form of any value of the type.
    static final class NotCanonical extends RuntimeException {
        NotCanonical(String message) {
            super(message);
        }
    }

    private final ByteBuffer in;

    CanonicalReader(ByteBuffer in) {
        this.in = in;
    }

    void header(byte version, byte[] name) {
        require(2 + name.length);
        if (in.get() != version) {
            throw new NotCanonical("unknown version of the canonical form");
        }
        byte[] found = new byte[name.length];
        boolean sameLength = in.get() == name.length;
        in.get(found);
        if (!sameLength || !Arrays.equals(found, name)) {
            throw new NotCanonical("the bytes are of another type");
        }
    }

    int position(int count) {
        require(1);
        int ordinal = Byte.toUnsignedInt(in.get());
        if (ordinal >= count) {
            throw new NotCanonical("no choice has the number " + ordinal);
        }
        return ordinal;
    }

    int int32() {
        require(Integer.BYTES);
        return in.getInt();
    }

    long int64() {
        require(Long.BYTES);
        return in.getLong();
    }

    /// A count of items that each take at least one byte of what is left.
    int count() {
        int count = int32();
        require(count);
        return count;
    }

    byte[] bytes() {
        byte[] value = new byte[count()];
        in.get(value);
        return value;
    }

    String text() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new NotCanonical("text is not UTF-8");
        }
    }

    void end() {
        if (in.hasRemaining()) {
            throw new NotCanonical(in.remaining() + " bytes too many");
        }
    }

    private void require(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new NotCanonical("the bytes end early");
        }
    }
}
