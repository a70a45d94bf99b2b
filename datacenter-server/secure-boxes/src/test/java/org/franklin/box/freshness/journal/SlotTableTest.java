package org.franklin.box.freshness.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

class SlotTableTest {

    private static final int MANY = 1_000_000;

    @Test
    void takesLittleMemoryForAMeter() {
        var table = new SlotTable();
        var random = new SplittableRandom(1);
        for (int i = 0; i < MANY; i++) {
            table.advance(
                    new SubjectKey(random.nextLong(), random.nextLong()),
                    0,
                    Hash.NONE,
                    Hash.NONE,
                    1);
        }

        assertEquals(MANY, table.rows());
        long perMeter = table.bytes() / MANY;
        assertTrue(perMeter <= 120, perMeter + " bytes a meter");
    }

    @Test
    void remembersAsAMapOfObjectsWould() {
        for (int seed = 0; seed < 10; seed++) {
            var random = new SplittableRandom(seed);
            var table = new SlotTable();
            Map<String, Slot> map = new HashMap<>();
            for (int i = 0; i < 30_000; i++) {
                String subject = "meter " + random.nextInt(9_000);
                var key = SubjectKey.of(subject);
                if (random.nextInt(50) == 0) {
                    table.latch(key, Evidence.DAMAGED);
                    map.computeIfPresent(
                            subject,
                            (_, slot) ->
                                    new Slot(
                                            slot.counter(),
                                            slot.hash(),
                                            slot.previous(),
                                            Optional.of(Evidence.DAMAGED)));
                } else {
                    var before = Optional.ofNullable(map.get(subject));
                    long counter = before.map(slot -> slot.counter() + 1).orElse(0L);
                    Hash from = before.map(Slot::hash).orElse(Hash.NONE);
                    byte[] drawn = new byte[Hash.LENGTH];
                    random.nextBytes(drawn);
                    Hash to = new Hash(Bytes.of(drawn));
                    table.advance(key, counter, from, to, i);
                    map.put(subject, new Slot(counter, to, from, before.flatMap(Slot::latched)));
                }
            }
            assertSame(map, table, seed);
            assertSame(map, copyOf(table), seed);
        }
    }

    private static SlotTable copyOf(SlotTable table) {
        var copy = new SlotTable();
        for (int row = 0; row < table.rows(); row += SlotTable.CHUNK) {
            copy.load(table.copy(row, table.rows()));
        }
        return copy;
    }

    private static void assertSame(Map<String, Slot> map, SlotTable table, int seed) {
        assertEquals(map.size(), table.rows(), "seed " + seed);
        map.forEach((subject, slot) ->
                assertEquals(
                        Optional.of(slot), table.slot(SubjectKey.of(subject)), "seed " + seed));
        assertTrue(table.slot(SubjectKey.of("a stranger")).isEmpty());
        assertEquals(0, table.offset(SubjectKey.of("a stranger")));
    }
}
