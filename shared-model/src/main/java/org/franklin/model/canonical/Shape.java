package org.franklin.model.canonical;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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
                    new ListShape(of(list.getActualTypeArguments()[0]));
            default -> throw new AssertionError("no canonical form for " + type);
        };
    }
}
