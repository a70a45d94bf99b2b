package org.franklin.model.canonical;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/// A record: its components in their declared order. The compact constructor guards what is read.
///
/// Accessors and constructor are linked once for each type, since a record passes here several
/// times for every piece of mail: reflection's own calls take most of a codec's time.
final class RecordShape implements Shape {

    private record Component(Function<Object, Object> accessor, Shape shape) {}

    private final MethodHandle constructor;
    private final Component[] components;

    RecordShape(Class<?> type) {
        var declared = type.getRecordComponents();
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            constructor = constructor(lookup, declared);
            components = new Component[declared.length];
            for (int i = 0; i < declared.length; i++) {
                components[i] =
                        new Component(
                                accessor(lookup, declared[i]),
                                Shape.of(declared[i].getGenericType()));
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("every record has its constructor and accessors", e);
        }
    }

    /// From all components, boxed, in one array.
    private static MethodHandle constructor(Lookup lookup, RecordComponent[] declared)
            throws ReflectiveOperationException {
        var types = Arrays.stream(declared).map(RecordComponent::getType).toList();
        return lookup.findConstructor(
                        lookup.lookupClass(), MethodType.methodType(void.class, types))
                .asSpreader(Object[].class, types.size())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    // What the linker returns is of the type that it was asked for.
    @SuppressWarnings("unchecked")
    private static Function<Object, Object> accessor(Lookup lookup, RecordComponent declared)
            throws Throwable {
        var accessor = lookup.unreflect(declared.getAccessor());
        return (Function<Object, Object>)
                LambdaMetafactory.metafactory(
                                lookup,
                                "apply",
                                MethodType.methodType(Function.class),
                                MethodType.methodType(Object.class, Object.class),
                                accessor,
                                accessor.type().wrap())
                        .getTarget()
                        .invoke();
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
