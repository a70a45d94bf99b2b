package org.franklin.datacenter.function.records;

import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.IssuedEarlier;
import org.franklin.box.StepAnswer.Locked;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.StepAnswer.Stale;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/// Takes a record from step to step (`protocol`, 2.3 and 2.4): the box decides and remembers, the
/// database keeps. After every call both agree, or the next call makes them agree.
public final class RecordSteps<K, S> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSteps.class);

    /// Rounds in which other handlers may come between, then rounds in which none can.
    private static final int FREE_ROUNDS = 3;

    private static final int MOST_ROUNDS = 6;

    /// A record as it was shown, and what the box said of it.
    private record Round(Bytes shown, StepAnswer answer, Storing storing) {

        private Round after(Round repair) {
            return repair.storing == Storing.REPLACED_ANOTHER
                    ? new Round(shown, answer, repair.storing)
                    : this;
        }
    }

    private final Database database;
    private final ChainTables<K> tables;
    private final RecordBox<K, S> box;
    private final Alarms alarms;
    private final StripedLocks locks = new StripedLocks();

    public RecordSteps(
            Database database, ChainTables<K> tables, RecordBox<K, S> box, Alarms alarms) {
        this.database = database;
        this.tables = tables;
        this.box = box;
        this.alarms = alarms;
    }

    public Stepped take(K owner, S step) {
        return locks.alone(
                owner,
                () -> {
                    try {
                        return rounds(owner, step);
                    } catch (DatabaseFault e) {
                        LOG.atError()
                                .addKeyValue("subject", box.subject(owner))
                                .setCause(e)
                                .log("the outcome of a step is pending");
                        return new Stepped.Pending();
                    }
                });
    }

    /// Lets the box look at the record, and stores what the database lacks of it. The standing is
    /// that after the repair.
    public Standing repair(K owner) {
        var record = current(owner);
        if (record.isEmpty()) {
            return Standing.UNKNOWN;
        }
        Standing standing = box.look(record.get());
        return switch (standing) {
            case CURRENT, LOCKED -> standing;
            case BEHIND_BY_ONE, STALE, AHEAD, FORKED, BAD_MAC, UNKNOWN ->
                    switch (take(owner, box.nothing())) {
                        case Stepped.Taken _, Stepped.Refused _ -> Standing.CURRENT;
                        case Stepped.Locked _ -> Standing.LOCKED;
                        case Stepped.Pending _, Stepped.Unknown _ -> standing;
                    };
        };
    }

    /// The step that took the place of a request, from the database.
    public Optional<StoredStep> stored(K owner, RequestKey place) {
        return database.read(in -> tables.step(in, owner, place.actor(), place.sequence()));
    }

    /// The step that took the place of a request, from the database, else from the box's archive,
    /// whence it is stored again (`protocol`, ruling 3).
    public Optional<StoredStep> recall(K owner, RequestKey place) {
        return stored(owner, place)
                .or(() -> {
                    var archived = box.find(owner, place);
                    archived.ifPresent(step -> restore(owner, step));
                    return archived;
                });
    }

    /// The signed record as the database has it: what it says, until the box has checked it.
    public Optional<Bytes> current(K owner) {
        return database.read(in -> tables.find(in, owner)).map(StoredRecord::record);
    }

    private Stepped rounds(K owner, S step) {
        long confirmation = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean alone = confirmation != 0 || round >= FREE_ROUNDS;
            var taken = alone ? roundAlone(owner, step, confirmation) : round(owner, step);
            if (taken.isEmpty()) {
                return new Stepped.Unknown();
            }
            alarmIfReplaced(owner, taken.get());
            confirmation = 0;
            switch (taken.get().answer()) {
                case Done done -> {
                    return new Stepped.Taken(done.request(), done.reply());
                }
                case Redo redo -> repaired(owner, redo);
                case Stale stale -> confirmation = stale.confirmation();
                case IssuedEarlier(var request) -> {
                    return earlier(owner, request);
                }
                case Tampered(var evidence) -> {
                    alarms.raise(box.subject(owner), evidence.name(), taken.get().shown());
                    return new Stepped.Locked();
                }
                case Locked _ -> {
                    return new Stepped.Locked();
                }
                // An earlier call for the same step may have been taken before the box broke.
                case OutOfService(var reason) -> {
                    return pending(owner, "box out of service: " + reason);
                }
                case Refused(var refusal) -> {
                    return new Stepped.Refused(refusal);
                }
            }
        }
        return pending(owner, "box and database did not come to agree");
    }

    /// Shows the record as it is read.
    private Optional<Round> round(K owner, S step) {
        return database.read(in -> tables.find(in, owner))
                .map(record -> {
                    var answer = box.step(record.record(), 0, step);
                    return new Round(record.record(), answer, store(owner, answer));
                });
    }

    /// Reads the record again and shows it under the lock for writing: while it is held, the
    /// database cannot be more than one step behind by honest means, and once that step is stored,
    /// nobody comes between.
    private Optional<Round> roundAlone(K owner, S step, long confirmation) {
        return database.alone(in -> {
            var first = shown(in, owner, confirmation, step);
            if (first.isEmpty() || !(first.get().answer() instanceof Redo redo)) {
                return first;
            }
            repaired(owner, redo);
            return shown(in, owner, 0, step).map(second -> second.after(first.get()));
        });
    }

    private Optional<Round> shown(Transaction in, K owner, long confirmation, S step) {
        return tables.find(in, owner)
                .map(record -> {
                    var answer = box.step(record.record(), confirmation, step);
                    return new Round(record.record(), answer, store(in, owner, answer));
                });
    }

    private Storing store(K owner, StepAnswer answer) {
        return answer instanceof Done || answer instanceof Redo
                ? database.write(in -> store(in, owner, answer))
                : Storing.STORED;
    }

    private Storing store(Transaction in, K owner, StepAnswer answer) {
        return switch (answer) {
            case Done done -> {
                var link = Link.of(done);
                yield tables.store(in, owner, link.record(), link.step());
            }
            case Redo redo -> {
                var link = Link.of(redo);
                yield tables.store(in, owner, link.record(), link.step());
            }
            case IssuedEarlier _, Stale _, Tampered _, Locked _, OutOfService _, Refused _ ->
                    Storing.STORED;
        };
    }

    private void restore(K owner, StoredStep step) {
        if (database.write(in -> tables.restore(in, owner, step)) == Storing.REPLACED_ANOTHER) {
            alarms.raise(box.subject(owner), "ANOTHER_STEP", step.reply());
        }
    }

    private Stepped earlier(K owner, RequestKey request) {
        return recall(owner, request)
                .<Stepped>map(step -> new Stepped.Taken(step.request(), step.reply()))
                .orElseGet(() -> pending(owner, "neither database nor box has the reply"));
    }

    private void alarmIfReplaced(K owner, Round round) {
        if (round.storing() == Storing.REPLACED_ANOTHER) {
            alarms.raise(box.subject(owner), "ANOTHER_STEP", round.shown());
        }
    }

    private void repaired(K owner, Redo redo) {
        LOG.atWarn()
                .addKeyValue("subject", box.subject(owner))
                .addKeyValue("counter", redo.counter())
                .log("stored a step that the database lacked");
    }

    private Stepped pending(K owner, String why) {
        LOG.atError()
                .addKeyValue("subject", box.subject(owner))
                .addKeyValue("why", why)
                .log("the outcome of a step is pending");
        return new Stepped.Pending();
    }
}
