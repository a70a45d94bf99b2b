package org.franklin.model.canonical;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/// A record: its components in their declared order. The compact constructor guards what is read.
final class RecordShape implements Shape {

    private record Component(Method accessor, Shape shape) {}

    private final Constructor<?> constructor;
    private final List<Component> components;

    RecordShape(Class<?> type) {
        var declared = type.getRecordComponents();
        try {
            constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(declared)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
        constructor.setAccessible(true);
        components = Arrays.stream(declared).map(RecordShape::component).toList();
    }

    private static Component component(RecordComponent declared) {
        declared.getAccessor().setAccessible(true);
        return new Component(declared.getAccessor(), Shape.of(declared.getGenericType()));
    }

    @Override
    public void write(Object value, CanonicalWriter out) {
        for (Component component : components) {
            component.shape.write(invoke(component.accessor, value), out);
        }
    }

    @Override
    public Object read(CanonicalReader in) {
        Object[] values = components.stream().map(component -> component.shape.read(in)).toArray();
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record can be made", e);
        }
    }

    private static Object invoke(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a component can be read", e);
        }
    }
}
