package org.franklin.datacenter.simulation;

import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Two tables, with the rules of [org.franklin.datacenter.database.journal.ChainTables], and one
/// writer: what is written waits for a commit of all that was written, and may be lost until then.
final class SimulatedDatabase {

    /// Whose step, at which place.
    record Place(SerialNumber serial, int actor, long sequence) {
        static Place of(SerialNumber serial, RequestKey request) {
            return new Place(serial, request.actor(), request.sequence());
        }
    }

    record Tables(Map<SerialNumber, StoredRecord> records, Map<Place, StoredStep> steps) {
        Tables copy() {
            return new Tables(new HashMap<>(records), new HashMap<>(steps));
        }
    }

    private final boolean showsUncommitted;
    private Tables durable = new Tables(new HashMap<>(), new HashMap<>());
    private Tables written = durable.copy();
    private final List<Handler> waiting = new ArrayList<>();
    private Optional<Handler> alone = Optional.empty();

    SimulatedDatabase(Variation variation) {
        showsUncommitted = variation == Variation.SHOWS_UNCOMMITTED;
    }

    private Tables shown() {
        return showsUncommitted ? written : durable;
    }

    Optional<StoredRecord> record(SerialNumber serial) {
        return Optional.ofNullable(shown().records().get(serial));
    }

    Optional<StoredStep> step(SerialNumber serial, RequestKey request) {
        return Optional.ofNullable(shown().steps().get(Place.of(serial, request)));
    }

    /// False while others write.
    boolean lock(Handler handler) {
        if (alone.isEmpty() && waiting.isEmpty()) {
            alone = Optional.of(handler);
        }
        return alone.equals(Optional.of(handler));
    }

    void unlock(Handler handler) {
        if (alone.equals(Optional.of(handler))) {
            alone = Optional.empty();
        }
    }

    boolean isLockedFor(Handler handler) {
        return alone.isPresent() && !alone.equals(Optional.of(handler));
    }

    boolean isCommitDue() {
        return !waiting.isEmpty();
    }

    Storing store(Handler handler, SerialNumber serial, StoredRecord next, StoredStep step) {
        Storing moved = move(serial, next);
        Storing kept = restore(handler, serial, step);
        return moved == Storing.STORED ? kept : moved;
    }

    private Storing move(SerialNumber serial, StoredRecord next) {
        var there = Objects.requireNonNull(written.records().get(serial));
        if (there.counter() == next.counter() - 1) {
            written.records().put(serial, next);
            return Storing.STORED;
        }
        if (there.counter() < next.counter()) {
            return Storing.RECORD_BEHIND;
        }
        if (there.counter() > next.counter() || there.equals(next)) {
            return Storing.STORED;
        }
        written.records().put(serial, next);
        return Storing.REPLACED_ANOTHER;
    }

    Storing restore(Handler handler, SerialNumber serial, StoredStep step) {
        waiting.add(handler);
        var place = Place.of(serial, step.request());
        var steps = written.steps();
        if (step.equals(steps.get(place))) {
            return Storing.STORED;
        }
        boolean another =
                steps.entrySet()
                        .removeIf(row ->
                                row.getKey().equals(place)
                                        || (row.getKey().serial().equals(serial)
                                                && row.getValue().counter() == step.counter()));
        steps.put(place, step);
        return another ? Storing.REPLACED_ANOTHER : Storing.STORED;
    }

    /// Rows of a new meter, durably.
    void begin(SerialNumber serial, StoredRecord record, StoredStep step) {
        written.records().put(serial, record);
        written.steps().put(Place.of(serial, step.request()), step);
        durable = written.copy();
    }

    /// What was written is durable; who waits hears of it, or not.
    void commit(boolean told) {
        durable = written.copy();
        tell(told);
    }

    /// A commit that failed, or a crash of the database: what was not durable is gone.
    void lose() {
        written = durable.copy();
        alone.filter(holder -> !waiting.contains(holder)).ifPresent(Handler::fault);
        tell(false);
    }

    private void tell(boolean committed) {
        var all = List.copyOf(waiting);
        waiting.clear();
        alone = Optional.empty();
        // A dead one hears it, too, and nobody hears of it.
        all.forEach(committed ? Handler::committed : Handler::fault);
    }

    /// All that is durable, as an administrator copies it.
    Tables backup() {
        return durable.copy();
    }

    /// All that is durable, as an administrator would have it, while nobody writes.
    void replace(Tables tables) {
        durable = tables.copy();
        written = tables.copy();
    }
}
