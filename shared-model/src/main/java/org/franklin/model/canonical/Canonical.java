package org.franklin.model.canonical;

import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;

/// The one binary form of a record: what is signed, MACed, hashed, journalled, and kept for ever.
///
/// Layout: form version (1 byte), simple name of the type (length byte, ASCII), then the record's
/// components in their declared order: integers big-endian in their own width; enums and members of
/// a sealed type as one byte, their declared position; text, bytes and lists behind a 4-byte length
/// or count; dates as 8-byte epoch days and instants as 8-byte epoch milliseconds, UTC; nested
/// records without a header. One value has one form, and the name in front keeps a signature over
/// one type from passing for a signature over another.
public final class Canonical {

    private static final byte VERSION = 1;

    /// Room for most values that are not batches, in bytes.
    private static final int USUAL = 512;

    private static final ClassValue<byte[]> HEADERS =
            new ClassValue<>() {
                @Override
                protected byte[] computeValue(Class<?> type) {
                    byte[] name = type.getSimpleName().getBytes(StandardCharsets.US_ASCII);
                    var header = new CanonicalWriter(2 + name.length);
                    header.position(VERSION);
                    header.position(name.length);
                    header.plain(name);
                    return header.toByteArray();
                }
            };

    private Canonical() {}

    public static byte[] encode(Class<?> type, Object value) {
        return written(type, value, USUAL).toByteArray();
    }

    /// A record under its own type's name; a member of a sealed type is encoded by [#encode] under
    /// the sealed type.
    public static Bytes bytes(Record value) {
        return Bytes.keeping(encode(value.getClass(), value));
    }

    public static Hash hash(Record value) {
        return Hash.of(bytes(value));
    }

    /// Reads exactly one value of the type and nothing behind it. Memory is bounded by the input.
    public static <T> Decoded<T> decode(Class<T> type, Bytes bytes) {
        return decode(type, bytes.content());
    }

    /// The same from an array that stays the caller's: it holds a [Secret] and is to be wiped.
    public static <T> Decoded<T> decode(Class<T> type, byte[] bytes) {
        var in = new CanonicalReader(bytes);
        try {
            in.header(HEADERS.get(type));
            T value = type.cast(Shape.of(type).read(in));
            in.end();
            // A record's constructor may take what it would not write: services out of order.
            return written(type, value, bytes.length).wrote(bytes)
                    ? new Valid<>(value)
                    : new Malformed<>(type.getSimpleName() + ": not the canonical form");
        } catch (CanonicalReader.NotCanonical
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            return new Malformed<>(type.getSimpleName() + ": " + e.getMessage());
        }
    }

    private static CanonicalWriter written(Class<?> type, Object value, int expected) {
        var out = new CanonicalWriter(expected);
        out.plain(HEADERS.get(type));
        Shape.of(type).write(value, out);
        return out;
    }
}
