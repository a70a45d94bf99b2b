package org.franklin.model.canonical;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// A [Secret] of one class: what it lends is written, and its static method `take` makes it again.
final class SecretShape implements Shape {

    private final MethodHandle take;

    SecretShape(Class<?> type) {
        try {
            take =
                    MethodHandles.publicLookup()
                            .findStatic(type, "take", MethodType.methodType(type, byte[].class))
                            .asType(MethodType.methodType(Object.class, byte[].class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a secret has a method take(byte[])", e);
        }
    }

    @Override
    public void write(Object value, CanonicalWriter out) {
        ((Secret) value)
                .use(content -> {
                    out.secret(content);
                    return content.length;
                });
    }

    @Override
    public Object read(CanonicalReader in) {
        byte[] content = in.byteArray();
        try {
            return take.invokeExact(content);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a secret is taken without an exception", e);
        }
    }
}
