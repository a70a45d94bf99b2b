package org.franklin.datacenter.function.records;

import org.franklin.box.BoxUnreachable;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Current;
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
import org.franklin.datacenter.function.records.Way.Heard;
import org.franklin.datacenter.function.records.Way.Move;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/// Takes a record from step to step: the box decides and remembers, the database keeps, [Way] says
/// in which order. After every call both agree, or the next call makes them agree.
///
/// A record is shown to its box only as the database has it durably: so the box is never more than
/// one step ahead of an honest database, however the two crash.
public final class RecordSteps<K, S> {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSteps.class);

    private final Database database;
    private final ChainTables<K> tables;
    private final RecordBox<K, S> box;
    private final Alarms alarms;
    private final StripedLocks locks = new StripedLocks();

    /// What a handler goes for: a step, or only a look; and the place that the step would take.
    private record Errand<S>(Optional<S> step, Optional<RequestKey> place) {}

    /// An owner's rows, within a transaction of the round or each in one of its own.
    private interface Rows {
        Heard.Row read();

        Storing store(Link link);
    }

    public RecordSteps(
            Database database, ChainTables<K> tables, RecordBox<K, S> box, Alarms alarms) {
        this.database = database;
        this.tables = tables;
        this.box = box;
        this.alarms = alarms;
    }

    public Stepped take(K owner, S step) {
        return take(owner, new Errand<>(Optional.of(step), Optional.empty()));
    }

    /// Takes a step unless the place of its request was taken before: then that one's reply is it.
    public Stepped take(K owner, S step, RequestKey place) {
        return take(owner, new Errand<>(Optional.of(step), Optional.of(place)));
    }

    private Stepped take(K owner, Errand<S> errand) {
        return switch (go(owner, errand)) {
            case Move.End(var stepped) -> stepped;
            case Move unfit -> throw new IllegalStateException("a step ended with " + unfit);
        };
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
                    switch (go(owner, new Errand<>(Optional.empty(), Optional.empty()))) {
                        case Move.Sound _ -> Standing.CURRENT;
                        case Move.End(Stepped.Locked _) -> Standing.LOCKED;
                        case Move _ -> standing;
                    };
        };
    }

    /// The step that took the place of a request, from the database.
    public Optional<StoredStep> stored(K owner, RequestKey place) {
        return database.read(in -> tables.step(in, owner, place.actor(), place.sequence()));
    }

    /// The step that took the place of a request, from the database, else from the box's archive,
    /// whence it is stored again (`protocol`, ruling 3).
    public Archived recall(K owner, RequestKey place) {
        return stored(owner, place)
                .<Archived>map(Archived.Step::new)
                .orElseGet(() -> fromArchive(owner, place));
    }

    private Archived fromArchive(K owner, RequestKey place) {
        var archived = box.find(owner, place);
        if (archived instanceof Archived.Step(var step)) {
            restore(owner, step);
        }
        return archived;
    }

    /// The signed record as the database has it: what it says, until the box has checked it.
    public Optional<Bytes> current(K owner) {
        return database.read(in -> tables.find(in, owner)).map(StoredRecord::record);
    }

    /// The last move. One handler at a time goes for an owner; the boxes are safe without.
    private Move go(K owner, Errand<S> errand) {
        return locks.alone(
                owner,
                () -> {
                    try {
                        return follow(owner, errand);
                    } catch (DatabaseFault e) {
                        pending(owner, "the database is at fault", Optional.of(e));
                        return new Move.End(new Stepped.Pending());
                    } catch (BoxUnreachable e) {
                        pending(owner, String.valueOf(e.getMessage()), Optional.empty());
                        return new Move.End(new Stepped.Pending());
                    }
                });
    }

    private Move follow(K owner, Errand<S> errand) {
        var way = Way.begin();
        while (true) {
            switch (way.move()) {
                case Move.Read _ -> way = round(way, owner, errand);
                case Move.Recall(var request) ->
                        way = way.next(new Heard.Recalled(recall(owner, request)));
                case Move.End(var stepped) -> {
                    if (stepped instanceof Stepped.Pending) {
                        pending(owner, "box and database do not agree", Optional.empty());
                    }
                    return way.move();
                }
                case Move.Sound _ -> {
                    return way.move();
                }
                case Move.Show _, Move.Store _ ->
                        throw new AssertionError("a round ends what it begins");
            }
            way.alarms()
                    .forEach(alarm ->
                            alarms.raise(box.subject(owner), alarm.evidence(), alarm.shown()));
        }
    }

    private Way round(Way begun, K owner, Errand<S> errand) {
        return begun.alone()
                ? database.alone(lock -> rounds(lock, begun, owner, errand))
                : round(begun, owner, errand, apart(owner, errand));
    }

    /// Rounds under the lock: whoever went a step before one of them waits for the lock, to store
    /// it, and goes none before the next.
    private Way rounds(Database.Lock lock, Way begun, K owner, Errand<S> errand) {
        Way way = lock.write(in -> round(begun, owner, errand, within(in, owner, errand)));
        return way.move() instanceof Move.Read && way.alone() && way.alarms().isEmpty()
                ? rounds(lock, way, owner, errand)
                : way;
    }

    private Way round(Way begun, K owner, Errand<S> errand, Rows rows) {
        var way = begun.next(rows.read());
        if (way.move() instanceof Move.Show(var record)) {
            // The box goes no step ahead of a database that takes none.
            if (!begun.alone() && !database.accepts()) {
                return way.giveUp();
            }
            way = way.next(show(owner, record, way.confirmation(), errand.step()));
        }
        if (way.move() instanceof Move.Store store) {
            if (!store.last()) {
                repaired(owner, store.link());
            }
            way = way.next(new Heard.Kept(rows.store(store.link())));
        }
        return way;
    }

    private Heard show(K owner, Bytes record, long confirmation, Optional<S> step) {
        StepAnswer answer =
                step.map(asked -> box.step(record, confirmation, asked))
                        .orElseGet(() -> box.show(record, confirmation));
        boolean mayBeAnothers =
                switch (answer) {
                    case Redo _, Stale _, Refused _ -> true;
                    case Done _, IssuedEarlier _, Tampered _, Locked _, OutOfService _, Current _ ->
                            false;
                };
        return new Heard.Answer(answer, !mayBeAnothers || box.isOf(owner, record));
    }

    private Rows within(Transaction in, K owner, Errand<S> errand) {
        return new Rows() {
            @Override
            public Heard.Row read() {
                return row(in, owner, errand);
            }

            @Override
            public Storing store(Link link) {
                return tables.store(in, owner, link.record(), link.step());
            }
        };
    }

    private Rows apart(K owner, Errand<S> errand) {
        return new Rows() {
            @Override
            public Heard.Row read() {
                return database.read(in -> row(in, owner, errand));
            }

            @Override
            public Storing store(Link link) {
                return database.write(in -> tables.store(in, owner, link.record(), link.step()));
            }
        };
    }

    private Heard.Row row(Transaction in, K owner, Errand<S> errand) {
        return new Heard.Row(
                tables.find(in, owner),
                errand.place()
                        .flatMap(place -> tables.step(in, owner, place.actor(), place.sequence())));
    }

    private void restore(K owner, StoredStep step) {
        if (database.write(in -> tables.restore(in, owner, step)) == Storing.REPLACED_ANOTHER) {
            alarms.raise(box.subject(owner), "ANOTHER_STEP", step.reply());
        }
    }

    private void repaired(K owner, Link link) {
        LOG.atWarn()
                .addKeyValue("subject", box.subject(owner))
                .addKeyValue("counter", link.record().counter())
                .log("stored a step that the database lacked");
    }

    private void pending(K owner, String why, Optional<DatabaseFault> fault) {
        var line = LOG.atError().addKeyValue("subject", box.subject(owner)).addKeyValue("why", why);
        fault.map(line::setCause).orElse(line).log("the outcome of a step is pending");
    }
}
