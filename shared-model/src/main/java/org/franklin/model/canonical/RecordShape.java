package org.franklin.model.canonical;

import java.lang.invoke.MethodHandle;
import java.util.function.Function;

/// A record: its components in their declared order. The compact constructor guards what is read.
final class RecordShape implements Shape {

    private record Component(Function<Object, Object> accessor, Shape shape) {}

    private final MethodHandle constructor;
    private final Component[] components;

    RecordShape(Class<?> type) {
        var declared = type.getRecordComponents();
        try {
            var links = new RecordLinks(type);
            constructor = links.constructor(declared);
            components = new Component[declared.length];
            for (int i = 0; i < declared.length; i++) {
                components[i] =
                        new Component(
                                links.accessor(declared[i]),
                                Shape.of(declared[i].getGenericType()));
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("every record has its constructor and accessors", e);
        }
    }

    @Override
    public void write(Object value, CanonicalWriter out) {
        for (Component component : components) {
            component.shape.write(component.accessor.apply(value), out);
        }
    }

    @Override
    public Object read(CanonicalReader in) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].shape.read(in);
        }
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a record's constructor declares no exception", e);
        }
    }
}
