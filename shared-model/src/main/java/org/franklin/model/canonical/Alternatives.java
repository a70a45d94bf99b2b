package org.franklin.model.canonical;

/// Shapes of what is one of a few: a position byte says which, by their declared order.
final class Alternatives {

    private Alternatives() {}

    /// A position byte, then the chosen one of the members of a sealed type.
    static Shape choice(Class<?>[] alternatives) {
        return new Shape() {
            @Override
            public void write(Object value, CanonicalWriter out) {
                out.position(position(value.getClass(), alternatives));
                Shape.of(value.getClass()).write(value, out);
            }

            @Override
            public Object read(CanonicalReader in) {
                return Shape.of(alternatives[in.position(alternatives.length)]).read(in);
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
