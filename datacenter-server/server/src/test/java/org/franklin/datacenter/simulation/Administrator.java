package org.franklin.datacenter.simulation;

import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.simulation.SimulatedDatabase.Tables;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Whoever keeps the database, and would like the meters to forget.
final class Administrator {

    private static final int MOST_BACKUPS = 40;

    private final SimulatedDatabase database;
    private final Chance chance;
    private final List<Tables> backups = new ArrayList<>();

    Administrator(SimulatedDatabase database, Chance chance) {
        this.database = database;
        this.chance = chance;
    }

    void backUp() {
        if (backups.size() < MOST_BACKUPS) {
            backups.add(database.backup());
        }
    }

    /// Says what it did.
    String act(List<SerialNumber> meters) {
        var tables = database.backup();
        var serial = chance.of(meters);
        String done =
                switch (chance.below(6)) {
                    case 0 -> {
                        if (backups.isEmpty()) {
                            yield "looks for a backup";
                        }
                        tables = chance.of(backups).copy();
                        yield "restores all";
                    }
                    case 1 -> {
                        if (backups.isEmpty()) {
                            yield "looks for a backup";
                        }
                        tables.records().put(serial, chance.of(backups).records().get(serial));
                        yield "restores the record of " + serial;
                    }
                    case 2 -> {
                        deleteStep(tables);
                        yield "deletes a step";
                    }
                    case 3 -> {
                        tables.steps().keySet().removeIf(place -> place.serial().equals(serial));
                        yield "deletes the steps of " + serial;
                    }
                    case 4 -> {
                        var other = chance.of(meters);
                        var records = tables.records();
                        records.put(serial, records.put(other, records.get(serial)));
                        yield "swaps " + serial + " and " + other;
                    }
                    default -> {
                        tables.records().computeIfPresent(serial, (_, record) -> flipped(record));
                        yield "changes the record of " + serial;
                    }
                };
        database.replace(tables);
        return done;
    }

    private void deleteStep(Tables tables) {
        var places =
                tables.steps().keySet().stream()
                        .sorted(Comparator.comparing(SimulatedDatabase.Place::toString))
                        .toList();
        if (!places.isEmpty()) {
            tables.steps().remove(chance.of(places));
        }
    }

    private StoredRecord flipped(StoredRecord record) {
        byte[] bytes = record.record().toArray();
        bytes[chance.below(bytes.length)] ^= (byte) (1 << chance.below(8));
        return new StoredRecord(record.counter(), Bytes.of(bytes));
    }
}
