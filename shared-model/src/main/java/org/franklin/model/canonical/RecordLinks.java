package org.franklin.model.canonical;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Function;

/// Links accessors and constructor of a record, once for each type, since a record passes the codec
/// several times for every piece of mail: reflection's own calls take most of a codec's time.
final class RecordLinks {

    private final Lookup lookup;

    RecordLinks(Class<?> type) throws IllegalAccessException {
        lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /// From all components, boxed, in one array.
    MethodHandle constructor(RecordComponent[] declared) throws ReflectiveOperationException {
        var types = Arrays.stream(declared).map(RecordComponent::getType).toList();
        return lookup.findConstructor(
                        lookup.lookupClass(), MethodType.methodType(void.class, types))
                .asSpreader(Object[].class, types.size())
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    // What the linker returns is of the type that it was asked for.
    @SuppressWarnings("unchecked")
    Function<Object, Object> accessor(RecordComponent declared) throws Throwable {
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
}
