package org.franklin.datacenter.database.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ChainTablesTest {

    private static final SerialNumber METER = new SerialNumber(1042);

    @TempDir Path dir;
    private SqliteDatabase database;
    private final ChainTables<SerialNumber> tables = new MeterDatabase().records();

    @BeforeEach
    void begin() {
        database = SqliteDatabase.create(dir.resolve("franklin.db"));
        begin(METER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void movesARecordWithItsStep() {
        assertEquals(Storing.STORED, store(1));

        assertEquals(Optional.of(record(1)), found());
        assertEquals(List.of(step(0), step(1)), steps(0, 10));
    }

    @Test
    void storesTheSameStepTwiceAsOnce() {
        store(1);

        assertEquals(Storing.STORED, store(1));
        assertEquals(2, steps(0, 10).size());
    }

    @Test
    void leavesARecordThatIsFurtherAlready() {
        store(1);
        store(2);

        assertEquals(Storing.STORED, store(1));
        assertEquals(Optional.of(record(2)), found());
    }

    @Test
    void movesNoRecordThatIsMoreThanOneStepBehind() {
        assertEquals(Storing.RECORD_BEHIND, store(2));

        assertEquals(Optional.of(record(0)), found());
        assertEquals(List.of(step(0), step(2)), steps(0, 10));
    }

    @Test
    void findsAStepThereWhenOnlyTheRecordWasRestored() {
        store(1);
        database.write(in -> in.update("UPDATE meter_record SET counter = 0, record = x'00'"));

        assertEquals(Storing.STORED, store(1));
        assertEquals(Optional.of(record(1)), found());
    }

    @Test
    void replacesAStepThatIsNotWhatTheBoxWrote() {
        store(1);
        database.write(in -> in.update("UPDATE meter_step SET reply = x'ff' WHERE counter = 1"));

        assertEquals(Storing.REPLACED_ANOTHER, store(1));
        assertEquals(List.of(step(1)), steps(1, 10));
    }

    @Test
    void replacesARecordThatIsNotWhatTheBoxWrote() {
        store(1);
        database.write(in -> in.update("UPDATE meter_record SET record = x'ff'"));

        assertEquals(Storing.REPLACED_ANOTHER, store(1));
        assertEquals(Optional.of(record(1)), found());
    }

    @Test
    void findsAStepByItsPlaceWhateverWasAskedThere() {
        store(1);

        assertEquals(Optional.of(step(1)), database.read(in -> tables.step(in, METER, 1, 1)));
        assertEquals(Optional.empty(), database.read(in -> tables.step(in, METER, 1, 2)));
        assertEquals(
                Optional.empty(), database.read(in -> tables.step(in, new SerialNumber(7), 1, 1)));
    }

    @Test
    void listsStepsFromACounterOn() {
        store(1);
        store(2);
        store(3);

        assertEquals(List.of(step(1), step(2)), steps(1, 2));
    }

    @Test
    void listsItsOwnersAPageAtATime() {
        begin(new SerialNumber(7));
        begin(new SerialNumber(2_000));

        assertEquals(
                List.of(new SerialNumber(7), METER),
                database.read(in -> tables.firstOwners(in, 2)));
        assertEquals(
                List.of(new SerialNumber(2_000)),
                database.read(in -> tables.ownersAfter(in, METER, 2)));
    }

    private void begin(SerialNumber meter) {
        database.write(in -> {
            tables.begin(in, meter, record(0), step(0));
            return meter;
        });
    }

    private Storing store(int counter) {
        return database.write(in -> tables.store(in, METER, record(counter), step(counter)));
    }

    private Optional<StoredRecord> found() {
        return database.read(in -> tables.find(in, METER));
    }

    private List<StoredStep> steps(long from, int most) {
        return database.read(in -> tables.steps(in, METER, from, most));
    }

    private static StoredRecord record(int counter) {
        return new StoredRecord(counter, Bytes.of(new byte[] {(byte) counter}));
    }

    private static StoredStep step(int counter) {
        return new StoredStep(
                counter,
                new RequestKey(1, counter, Hash.of(new byte[] {(byte) counter})),
                Bytes.of(new byte[] {1, (byte) counter}),
                Instant.ofEpochMilli(counter));
    }
}
