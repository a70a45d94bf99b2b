package org.franklin.datacenter.database.journal;

import org.franklin.datacenter.database.Row;
import org.franklin.datacenter.database.Transaction;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The tables of one kind of chained record: the current record of each owner, and every step.
///
/// A record moves only from one counter to the next (compare-and-swap), in one transaction with its
/// step; a step that is there already is left alone (`protocol`, ruling 4).
public final class ChainTables<K> {

    private final String name;
    private final Function<K, Object> column;
    private final Function<Row, K> owner;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /// `name` is that of the tables, `meter` or `account`; the functions bind an owner to its
    /// column and read it back.
    public ChainTables(String name, Function<K, Object> column, Function<Row, K> owner) {
        this.name = name;
        this.column = column;
        this.owner = owner;
    }

    public Optional<StoredRecord> find(Transaction in, K whose) {
        return in.first(
                sql("SELECT counter, record FROM %s_record WHERE owner = ?"),
                row -> new StoredRecord(row.number("counter"), row.bytes("record")),
                column.apply(whose));
    }

    /// The step at one place of an actor's sequence, whatever was asked there.
    public Optional<StoredStep> step(Transaction in, K whose, int actor, long sequence) {
        return in.first(
                sql("SELECT * FROM %s_step WHERE owner = ? AND actor = ? AND sequence = ?"),
                ChainTables::step,
                column.apply(whose),
                actor,
                sequence);
    }

    /// The steps from a counter on, in their order.
    public List<StoredStep> steps(Transaction in, K whose, long from, int most) {
        return in.list(
                sql(
                        "SELECT * FROM %s_step WHERE owner = ? AND counter >= ? ORDER BY counter"
                                + " LIMIT ?"),
                ChainTables::step,
                column.apply(whose),
                from,
                most);
    }

    /// The owners in their order, a page at a time.
    public List<K> firstOwners(Transaction in, int most) {
        return in.list(sql("SELECT owner FROM %s_record ORDER BY owner LIMIT ?"), owner, most);
    }

    public List<K> ownersAfter(Transaction in, K last, int most) {
        return in.list(
                sql("SELECT owner FROM %s_record WHERE owner > ? ORDER BY owner LIMIT ?"),
                owner,
                column.apply(last),
                most);
    }

    /// Stores the first record of a new owner and the step that made it.
    public void begin(Transaction in, K whose, StoredRecord record, StoredStep step) {
        in.update(
                sql("INSERT INTO %s_record (owner, counter, record) VALUES (?, ?, ?)"),
                column.apply(whose),
                record.counter(),
                record.record());
        insert(in, whose, step);
    }

    /// Puts a record in the place of the owner's, whatever lies there or nothing.
    public void put(Transaction in, K whose, StoredRecord record) {
        in.update(
                sql(
                        "INSERT INTO %s_record (owner, counter, record) VALUES (?, ?, ?)"
                                + " ON CONFLICT (owner) DO UPDATE SET"
                                + " counter = excluded.counter, record = excluded.record"),
                column.apply(whose),
                record.counter(),
                record.record());
    }

    /// Stores the successor of the owner's record and the step that made it.
    public Storing store(Transaction in, K whose, StoredRecord next, StoredStep step) {
        Storing moved = move(in, whose, next);
        Storing kept = restore(in, whose, step);
        return moved == Storing.STORED ? kept : moved;
    }

    /// Stores a step that the table may lack, without its record.
    public Storing restore(Transaction in, K whose, StoredStep step) {
        if (insert(in, whose, step) == 1) {
            return Storing.STORED;
        }
        var there = step(in, whose, step.request().actor(), step.request().sequence());
        if (there.equals(Optional.of(step))) {
            return Storing.STORED;
        }
        in.update(
                sql(
                        "DELETE FROM %s_step WHERE owner = ?"
                                + " AND (counter = ? OR (actor = ? AND sequence = ?))"),
                column.apply(whose),
                step.counter(),
                step.request().actor(),
                step.request().sequence());
        insert(in, whose, step);
        return Storing.REPLACED_ANOTHER;
    }

    private Storing move(Transaction in, K whose, StoredRecord next) {
        int moved =
                in.update(
                        sql(
                                "UPDATE %s_record SET counter = ?, record = ?"
                                        + " WHERE owner = ? AND counter = ?"),
                        next.counter(),
                        next.record(),
                        column.apply(whose),
                        next.counter() - 1);
        if (moved == 1) {
            return Storing.STORED;
        }
        var there = find(in, whose);
        if (there.isEmpty() || there.get().counter() < next.counter()) {
            return Storing.RECORD_BEHIND;
        }
        if (there.get().counter() > next.counter() || there.get().equals(next)) {
            return Storing.STORED;
        }
        in.update(
                sql("UPDATE %s_record SET record = ? WHERE owner = ?"),
                next.record(),
                column.apply(whose));
        return Storing.REPLACED_ANOTHER;
    }

    private int insert(Transaction in, K whose, StoredStep step) {
        return in.update(
                sql(
                        "INSERT INTO %s_step (owner, counter, actor, sequence, request, reply,"
                                + " time) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
                column.apply(whose),
                step.counter(),
                step.request().actor(),
                step.request().sequence(),
                step.request().request().bytes(),
                step.reply(),
                step.time());
    }

    private static StoredStep step(Row row) {
        return new StoredStep(
                row.number("counter"),
                new RequestKey(
                        row.smallNumber("actor"),
                        row.number("sequence"),
                        new Hash(row.bytes("request"))),
                row.bytes("reply"),
                row.time("time"));
    }

    private String sql(String statement) {
        return texts.computeIfAbsent(statement, text -> text.formatted(name));
    }
}
