package org.franklin.model.canonical;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

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

    static Shape listOf(Shape item) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                var list = (List<?>) value;
                out.int32(list.size());
                for (Object each : list) {
                    item.write(each, out);
                }
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
                out.position(position(value.getClass(), alternatives));
                of(value.getClass()).write(value, out);
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
                out.position(position(value, constants));
            }

            @Override
            public Object read(CanonicalReader in) {
                return constants[in.position(constants.length)];
            }
        };
    }

    /// The declared place of one of a few.
    private static int position(Object chosen, Object[] all) {
        for (int i = 0; i < all.length; i++) {
            if (all[i].equals(chosen)) {
                return i;
            }
        }
        throw new AssertionError("no canonical form for " + chosen);
    }
}
