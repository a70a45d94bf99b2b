package org.franklin.datacenter.drill.ground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class FieldTest {

    private enum Kind {
        ONE,
        TWO
    }

    private record Inner(long counter, boolean flag, Kind kind) {}

    private record Outer(
            String text,
            Bytes bytes,
            List<Inner> items,
            LocalDate day,
            Instant time,
            Postage sum) {}

    private static final Outer VALUE =
            new Outer(
                    "två",
                    Bytes.of(new byte[] {1, 2}),
                    List.of(new Inner(4, true, Kind.TWO), new Inner(6, false, Kind.ONE)),
                    LocalDate.of(2026, 11, 27),
                    Instant.parse("2026-11-27T12:00:00Z"),
                    Postage.ofCents(74));

    @Test
    void namesEveryFieldDownToItsNumbers() {
        assertEquals(
                List.of(
                        "text",
                        "bytes",
                        "items.size",
                        "items[0].counter",
                        "items[0].flag",
                        "items[0].kind",
                        "items[1].counter",
                        "items[1].flag",
                        "items[1].kind",
                        "day",
                        "time",
                        "sum.mills"),
                Field.of(VALUE).stream().map(Field::path).toList());
    }

    @Test
    void coversTheBytesWithoutAGap() {
        var fields = Field.of(VALUE);

        for (int i = 1; i < fields.size(); i++) {
            assertEquals(fields.get(i - 1).end(), fields.get(i).start(), fields.get(i).path());
        }
        assertEquals(Canonical.bytes(VALUE).length(), fields.getLast().end());
    }

    @Test
    void editsItsOwnBytesAlone() {
        var bytes = Canonical.bytes(VALUE);
        for (Field field : Field.of(VALUE)) {
            var edited = field.editedIn(bytes);

            assertNotEquals(bytes, edited);
            assertEquals(bytes.slice(0, field.start()), edited.slice(0, field.start()));
            assertEquals(
                    bytes.slice(field.end(), bytes.length()),
                    edited.slice(field.end(), bytes.length()));
        }
    }

    @Test
    void makesANumberItsNeighbour() {
        var sum = Field.of(VALUE).getLast();
        var edited = Canonical.decode(Outer.class, sum.editedIn(Canonical.bytes(VALUE))).orThrow();

        assertEquals(new Postage(741), edited.sum());
    }
}
