package org.franklin.datacenter.function.records;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

class AlarmsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Bytes SHOWN = Bytes.ofHex("0102");

    @TempDir Path dir;

    @Test
    void countsTheSameEvidenceAndKeepsOtherEvidenceApart() {
        try (var database = SqliteDatabase.create(dir.resolve("franklin.db"))) {
            at(database, NOON).raise("meter 1", "BAD_MAC", SHOWN);
            at(database, NOON.plusSeconds(1)).raise("meter 1", "BAD_MAC", SHOWN);
            at(database, NOON.plusSeconds(2)).raise("meter 1", "FORKED", SHOWN);

            assertEquals(
                    List.of(
                            alarm("FORKED", NOON.plusSeconds(2), NOON.plusSeconds(2), 1),
                            alarm("BAD_MAC", NOON, NOON.plusSeconds(1), 2)),
                    at(database, NOON).newest());
        }
    }

    @Test
    void ringsAlsoWhereTheDatabaseCannotBeWritten() {
        var database = SqliteDatabase.create(dir.resolve("franklin.db"));
        database.write(in -> in.update("DROP TABLE alarm"));

        assertDoesNotThrow(() -> at(database, NOON).raise("meter 1", "BAD_MAC", SHOWN));
        database.close();
    }

    private static Alarms at(SqliteDatabase database, Instant now) {
        return new Alarms(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static StoredAlarm alarm(String evidence, Instant first, Instant last, long times) {
        return new StoredAlarm("meter 1", evidence, Hash.of(SHOWN), first, last, times);
    }
}
