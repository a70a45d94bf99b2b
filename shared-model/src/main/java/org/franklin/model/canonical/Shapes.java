package org.franklin.model.canonical;

/// The shapes of all types, worked out once for each.
final class Shapes {

    static final ClassValue<Shape> BY_CLASS =
            new ClassValue<>() {
                @Override
                protected Shape computeValue(Class<?> type) {
                    return shape(type);
                }
            };

    private Shapes() {}

    private static Shape shape(Class<?> type) {
        var scalar = Scalar.BY_CLASS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (Secret.class.isAssignableFrom(type)) {
            return new SecretShape(type);
        }
        if (type.isRecord()) {
            return new RecordShape(type);
        }
        if (type.isEnum()) {
            return Alternatives.enumeration(type.getEnumConstants());
        }
        if (type.isSealed()) {
            return Alternatives.choice(type.getPermittedSubclasses());
        }
        throw new AssertionError("no canonical form for " + type);
    }
}
