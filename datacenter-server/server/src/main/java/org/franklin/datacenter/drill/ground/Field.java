package org.franklin.datacenter.drill.ground;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One field of a record in its canonical bytes, down to numbers, texts and bytes: from `start`,
/// included, to `end`, excluded. `path` names it as `books.registers.ascending.mills`.
///
/// The walk follows the layout that [Canonical] states, and [#of] refuses to go on where its end is
/// not the end of the bytes.
public record Field(String path, int start, int end) {

    private static final int COUNT = Integer.BYTES;

    public static List<Field> of(Record value) {
        var fields = new ArrayList<Field>();
        Bytes bytes = Canonical.bytes(value);
        int header = 2 + value.getClass().getSimpleName().length();
        int end = walk("", value, header, fields);
        if (end != bytes.length()) {
            throw new IllegalStateException("the fields do not add up to the record");
        }
        return fields;
    }

    /// The bytes with this field's last bit turned: a number becomes its neighbour.
    public Bytes editedIn(Bytes bytes) {
        byte[] edited = bytes.toArray();
        edited[end - 1] ^= 1;
        return Bytes.of(edited);
    }

    private static int walk(String path, Object value, int at, List<Field> fields) {
        return switch (value) {
            case Record nested -> record(path, nested, at, fields);
            case List<?> items -> list(path, items, at, fields);
            default -> {
                int end = at + length(value);
                // An empty text or row of bytes is its count alone.
                fields.add(new Field(path, at, end));
                yield end;
            }
        };
    }

    private static int record(String path, Record value, int at, List<Field> fields) {
        int next = at;
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            next = walk(name, component(value, component), next, fields);
        }
        return next;
    }

    private static int list(String path, List<?> items, int at, List<Field> fields) {
        fields.add(new Field(path + ".size", at, at + COUNT));
        int next = at + COUNT;
        for (int i = 0; i < items.size(); i++) {
            next = walk(path + "[" + i + "]", items.get(i), next, fields);
        }
        return next;
    }

    private static int length(Object value) {
        return switch (value) {
            case Boolean _ -> 1;
            case Enum<?> _ -> 1;
            case Integer _ -> Integer.BYTES;
            case Long _, LocalDate _, Instant _ -> Long.BYTES;
            case Bytes bytes -> COUNT + bytes.length();
            case String text ->
                    COUNT + text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            default -> throw new IllegalStateException("no canonical form for " + value);
        };
    }

    private static Object component(Record value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("every record has its accessors", e);
        }
    }
}
