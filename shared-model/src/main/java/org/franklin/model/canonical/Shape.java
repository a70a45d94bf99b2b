package org.franklin.model.canonical;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// How values of one type are written to and read from canonical bytes.
///
/// A type has a shape if it is a record or a sealed interface of records, and each component has
/// one.
interface Shape {

    void write(Object value, CanonicalWriter out);

    Object read(CanonicalReader in);

    static Shape of(Class<?> type) {
        return Shapes.BY_CLASS.get(type);
    }

    static Shape of(Type type) {
        return switch (type) {
            case Class<?> plain -> of(plain);
            case ParameterizedType list when list.getRawType() == List.class ->
                    listOf(of(list.getActualTypeArguments()[0]));
            default -> throw new AssertionError("no canonical form for " + type);
        };
    }

    static <T> Shape scalar(
            Class<T> type,
            BiConsumer<CanonicalWriter, T> write,
            Function<CanonicalReader, T> read) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                write.accept(out, type.cast(value));
            }

            @Override
            public Object read(CanonicalReader in) {
                return read.apply(in);
            }
        };
    }

    static Shape listOf(Shape item) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                var list = (List<?>) value;
                out.int32(list.size());
                list.forEach(each -> item.write(each, out));
            }

            @Override
            public Object read(CanonicalReader in) {
                int count = in.count();
                var list = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    list.add(item.read(in));
                }
                return List.copyOf(list);
            }
        };
    }

    /// A position byte, then the chosen one of the alternatives.
    static Shape choice(Class<?>[] alternatives) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                int position = List.of(alternatives).indexOf(value.getClass());
                out.position(position);
                of(alternatives[position]).write(value, out);
            }

            @Override
            public Object read(CanonicalReader in) {
                return of(alternatives[in.position(alternatives.length)]).read(in);
            }
        };
    }

    static Shape enumeration(Object[] constants) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                out.position(List.of(constants).indexOf(value));
            }

            @Override
            public Object read(CanonicalReader in) {
                return constants[in.position(constants.length)];
            }
        };
    }

    static LocalDate date(long epochDay) {
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException e) {
            throw new CanonicalReader.NotCanonical("a date is out of range");
        }
    }

    static Instant instant(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis);
    }
}
