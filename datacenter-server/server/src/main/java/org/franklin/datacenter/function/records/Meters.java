package org.franklin.datacenter.function.records;

import org.franklin.box.meter.MeterStep;
import org.franklin.box.meter.record.Device;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.meter.record.Roster;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

import java.util.Optional;

/// What functions may know of a meter: its record, and what came of a request to it.
public final class Meters {

    /// A meter after the box has looked at its record and the database has what it lacked.
    public sealed interface Seen {

        record Sound(MeterRecord record) implements Seen {}

        record Locked() implements Seen {}

        /// The box does not serve now.
        record Unseen() implements Seen {}
    }

    /// What came of one request to a meter.
    public sealed interface Fate {

        record Answered(StoredStep step) implements Fate {}

        /// Nothing, for certain, up to now.
        record Open() implements Fate {}

        /// Nothing, and nothing will: the meter is locked.
        record Locked() implements Fate {}

        /// Not known now.
        record InDoubt() implements Fate {}
    }

    private final RecordSteps<SerialNumber, MeterStep> steps;

    public Meters(RecordSteps<SerialNumber, MeterStep> steps) {
        this.steps = steps;
    }

    public RecordSteps<SerialNumber, MeterStep> steps() {
        return steps;
    }

    /// The record as the database has it, not checked; empty where it cannot be read.
    public Optional<MeterRecord> claimed(SerialNumber serial) {
        return steps.current(serial)
                .flatMap(signed ->
                        switch (SignedRecord.body(MeterRecord.class, signed)) {
                            case Valid<MeterRecord>(var record) -> Optional.of(record);
                            case Malformed<MeterRecord> _ -> Optional.empty();
                        });
    }

    public Seen look(SerialNumber serial) {
        return switch (steps.repair(serial)) {
            case CURRENT ->
                    claimed(serial).map(record -> seen(serial, record)).orElseGet(Seen.Unseen::new);
            case LOCKED -> new Seen.Locked();
            case BEHIND_BY_ONE, STALE, AHEAD, FORKED, BAD_MAC, UNKNOWN -> new Seen.Unseen();
        };
    }

    /// A sound record in another meter's row says nothing about that meter.
    private static Seen seen(SerialNumber serial, MeterRecord record) {
        return record.serial().equals(serial) ? new Seen.Sound(record) : new Seen.Locked();
    }

    /// What came of the request at this place of a device's sequence. Where the database has no
    /// row, the box is asked, since a row may be lost or deleted.
    public Fate fate(SerialNumber serial, RequestKey place) {
        var stored = steps.stored(serial, place);
        if (stored.isPresent()) {
            return new Fate.Answered(stored.get());
        }
        return switch (look(serial)) {
            case Seen.Sound(var record) ->
                    record.roster()
                            .find(place.actor())
                            .map(device -> fate(serial, place, device))
                            .orElseGet(() -> gone(serial, place, record.roster()));
            case Seen.Locked _ -> archived(serial, place, new Fate.Locked());
            case Seen.Unseen _ -> new Fate.InDoubt();
        };
    }

    private Fate archived(SerialNumber serial, RequestKey place, Fate otherwise) {
        return switch (steps.recall(serial, place)) {
            case Archived.Step(var step) -> new Fate.Answered(step);
            case Archived.Nothing _ -> otherwise;
            case Archived.Unreadable _ -> new Fate.InDoubt();
        };
    }

    private Fate fate(SerialNumber serial, RequestKey place, Device device) {
        return device.isOpen(place.sequence())
                ? new Fate.Open()
                : archived(serial, place, new Fate.InDoubt());
    }

    /// Of a device that is not there, or no longer: what the box does not remember of a removed
    /// one, it never did.
    private Fate gone(SerialNumber serial, RequestKey place, Roster roster) {
        return roster.wasGiven(place.actor())
                ? archived(serial, place, new Fate.Open())
                : new Fate.Open();
    }
}
