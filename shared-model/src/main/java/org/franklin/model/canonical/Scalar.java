package org.franklin.model.canonical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// The shapes that have no parts.
enum Scalar implements Shape {
    BOOLEAN {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.position((boolean) value ? 1 : 0);
        }

        @Override
        public Object read(CanonicalReader in) {
            return in.position(2) == 1;
        }
    },
    INT {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.int32((int) value);
        }

        @Override
        public Object read(CanonicalReader in) {
            return in.int32();
        }
    },
    LONG {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.int64((long) value);
        }

        @Override
        public Object read(CanonicalReader in) {
            return in.int64();
        }
    },
    TEXT {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.text((String) value);
        }

        @Override
        public Object read(CanonicalReader in) {
            return in.text();
        }
    },
    BYTES {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.bytes(((Bytes) value).content());
        }

        @Override
        public Object read(CanonicalReader in) {
            return in.bytes();
        }
    },
    DATE {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.int64(((LocalDate) value).toEpochDay());
        }

        @Override
        public Object read(CanonicalReader in) {
            try {
                return LocalDate.ofEpochDay(in.int64());
            } catch (DateTimeException e) {
                throw new CanonicalReader.NotCanonical("a date is out of range");
            }
        }
    },
    TIME {
        @Override
        public void write(Object value, CanonicalWriter out) {
            out.int64(((Instant) value).toEpochMilli());
        }

        @Override
        public Object read(CanonicalReader in) {
            return Instant.ofEpochMilli(in.int64());
        }
    };

    static final Map<Class<?>, Shape> BY_CLASS =
            Map.of(
                    boolean.class, BOOLEAN,
                    int.class, INT,
                    long.class, LONG,
                    String.class, TEXT,
                    Bytes.class, BYTES,
                    LocalDate.class, DATE,
                    Instant.class, TIME);
}
