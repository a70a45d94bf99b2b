package org.franklin.model.canonical;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// The shapes of all types, worked out once for each.
final class Shapes {

    private static final Map<Class<?>, Shape> SCALARS =
            Map.of(
                    boolean.class,
                    Shape.scalar(
                            Boolean.class,
                            (out, value) -> out.position(value ? 1 : 0),
                            in -> in.position(2) == 1),
                    int.class,
                    Shape.scalar(Integer.class, CanonicalWriter::int32, CanonicalReader::int32),
                    long.class,
                    Shape.scalar(Long.class, CanonicalWriter::int64, CanonicalReader::int64),
                    String.class,
                    Shape.scalar(String.class, CanonicalWriter::text, CanonicalReader::text),
                    Bytes.class,
                    Shape.scalar(
                            Bytes.class,
                            (out, value) -> out.bytes(value.toArray()),
                            in -> Bytes.of(in.bytes())),
                    LocalDate.class,
                    Shape.scalar(
                            LocalDate.class,
                            (out, value) -> out.int64(value.toEpochDay()),
                            in -> Shape.date(in.int64())),
                    Instant.class,
                    Shape.scalar(
                            Instant.class,
                            (out, value) -> out.int64(value.toEpochMilli()),
                            in -> Shape.instant(in.int64())));

    static final ClassValue<Shape> BY_CLASS =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return shape(type);
                }
            };

    private Shapes() {}

    private static Shape shape(Class<?> type) {
        var scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isRecord()) {
            return new RecordShape(type);
        }
        if (type.isEnum()) {
            return Shape.enumeration(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return Shape.choice(type.getPermittedSubclasses());
        }
        throw new AssertionError("no canonical form for " + type);
    }
}
