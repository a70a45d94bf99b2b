package org.franklin.box;

import org.franklin.model.canonical.Bytes;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Values of any type that has a canonical form, drawn from a generator: a record of components
/// that its constructor takes, one of the members of a sealed type, lists of a few.
public final class Genuine {

    private static final int TRIES = 10_000;

    private static final int[] LENGTHS = {0, 12, 16, 32, 48, 64, 91};
    private static final int[] NUMBERS = {1, 0, 202611, 1042, -1};
    private static final List<String> TEXTS =
            List.of(
                    "12207",
                    "meter 1042",
                    "Zürich 🐎",
                    "front.desk@example",
                    "0123456789abcdef0123456789abcdef",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");

    private final RandomGenerator random;

    public Genuine(RandomGenerator random) {
        this.random = random;
    }

    public <T> T value(Class<T> type) {
        return type.cast(draw(type));
    }

    private Object draw(Type type) {
        return switch (type) {
            case ParameterizedType list ->
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(_ -> draw(list.getActualTypeArguments()[0]))
                            .toList();
            case Class<?> plain when plain.isRecord() -> drawRecord(plain);
            case Class<?> plain when plain.isEnum() -> one(plain.getEnumConstants());
            case Class<?> plain when plain.isSealed() -> draw(one(plain.getPermittedSubclasses()));
            default -> drawScalar(type);
        };
    }

    private Object drawScalar(Type type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class) {
            return NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == long.class) {
            return (long) NUMBERS[random.nextInt(NUMBERS.length)];
        }
        if (type == String.class) {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }
        if (type == Bytes.class) {
            byte[] bytes = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 1 + random.nextInt(30));
        }
        if (type == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(1L << 42));
        }
        throw new AssertionError("nothing is known of " + type);
    }

    /// Components are drawn until the record takes them.
    private Object drawRecord(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            for (int i = 0; i < TRIES; i++) {
                var values =
                        Arrays.stream(components)
                                .map(component -> draw(component.getGenericType()))
                                .toArray();
                var made = made(constructor, values);
                if (made.isPresent()) {
                    return made.orElseThrow();
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record can be made", e);
        }
        throw new AssertionError("nothing drawn makes a " + type);
    }

    private static Optional<Object> made(Constructor<?> constructor, Object[] values)
            throws ReflectiveOperationException {
        try {
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException _) {
            return Optional.empty();
        }
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
