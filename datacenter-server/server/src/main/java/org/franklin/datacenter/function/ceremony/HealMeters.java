package org.franklin.datacenter.function.ceremony;

import org.franklin.box.Standing;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.ceremony.CeremonyRequest.Claim;
import org.franklin.box.ceremony.Order;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.freshness.Advance;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.Transaction;
import org.franklin.datacenter.database.journal.ChainTables;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.datacenter.function.records.RecordBox;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where the database of one kind of record is put right from its box, meters or accounts: records
/// and replies that it lacks are stored as the box wrote them, to the byte.
///
/// The box is asked first whether it would perform the ceremony; the rows are put right; then it
/// performs it. A crash in between leaves rows that are right and a latch that still holds.
final class HealMeters<K> {

    private static final int PAGE = 200;
    private static final int MOST_CLAIMS = 64;
    private static final int MOST_BYTES = 256 * 1024;

    private final Database database;
    private final ChainTables<K> tables;
    private final RecordBox<K, ?> records;
    private final Function<String, Optional<K>> owner;
    private final CeremonyDoor door;

    /// `owner` reads the name that the box gives a record's owner.
    HealMeters(
            Database database,
            ChainTables<K> tables,
            RecordBox<K, ?> records,
            Function<String, Optional<K>> owner,
            CeremonyDoor door) {
        this.database = database;
        this.tables = tables;
        this.records = records;
        this.owner = owner;
        this.door = door;
    }

    /// What was put right.
    sealed interface Healing {

        /// How many records were looked at, how many rows of records and of steps were stored.
        record Done(int looked, int records, int steps) implements Healing {
            static final Done NOTHING = new Done(0, 0, 0);

            Done plus(Done other) {
                return new Done(
                        looked + other.looked, records + other.records, steps + other.steps);
            }
        }

        record Refused(CeremonyRefusal refusal) implements Healing {}
    }

    CeremonyDoor door() {
        return door;
    }

    /// Holds the ceremony, whichever it is.
    Healing hold(Order order) {
        return switch (door.ask(new CeremonyRequest.Judge(order))) {
            case CeremonyAnswer.Refused(var refusal) -> new Healing.Refused(refusal);
            case CeremonyAnswer.Agreed _ ->
                    switch (order.statement().kind()) {
                        case UNLATCH, HEAL -> heal(order);
                        case UNLATCH_BOX, EXPORT_TOKEN_KEYS ->
                                perform(order, List.of(), Healing.Done.NOTHING);
                        case REPROVISION -> reprovision(order);
                    };
            case CeremonyAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
        };
    }

    private Healing heal(Order order) {
        String subject = order.statement().subject();
        var whose =
                subject.equals(Statement.ALL)
                        ? known().values().stream().toList()
                        : owner.apply(subject).stream().toList();
        var shown = whose.size() == 1 ? current(whose.getFirst()) : List.<Bytes>of();
        var done = Healing.Done.NOTHING;
        for (K each : whose) {
            done = done.plus(restore(each));
        }
        var healed = perform(order, shown, done);
        // A record that the box could not read back goes on by a step of its own.
        return healed instanceof Healing.Done(int looked, int moved, int steps) && whose.size() == 1
                ? new Healing.Done(looked, moved, steps).plus(again(whose.getFirst()))
                : healed;
    }

    private Healing.Done again(K whose) {
        var more = restore(whose);
        return new Healing.Done(0, more.records(), more.steps());
    }

    private Healing perform(Order order, List<Bytes> shown, Healing.Done done) {
        return switch (door.ask(new CeremonyRequest.Perform(order, shown))) {
            case CeremonyAnswer.Performed _ -> done;
            case CeremonyAnswer.Refused(var refusal) -> new Healing.Refused(refusal);
            case CeremonyAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
        };
    }

    /// The box stays stopped until each of its records, and each of the database's, is one step
    /// further; then it goes on.
    private Healing reprovision(Order order) {
        var all = known();
        stored().forEach(whose -> all.putIfAbsent(records.subject(whose), whose));
        var done = Healing.Done.NOTHING;
        var claims = new ArrayList<Claim>();
        int bytes = 0;
        for (var each : all.entrySet()) {
            var claim = new Claim(each.getKey(), current(each.getValue()));
            claims.add(claim);
            bytes += claim.shown().stream().mapToInt(Bytes::length).sum();
            if (claims.size() == MOST_CLAIMS || bytes > MOST_BYTES) {
                var refusal = renew(order, claims);
                if (refusal.isPresent()) {
                    return new Healing.Refused(refusal.get());
                }
                claims.clear();
                bytes = 0;
            }
        }
        var refusal = claims.isEmpty() ? Optional.<CeremonyRefusal>empty() : renew(order, claims);
        if (refusal.isPresent()) {
            return new Healing.Refused(refusal.get());
        }
        for (K whose : all.values()) {
            done = done.plus(restore(whose));
        }
        return perform(order, List.of(), done);
    }

    private Optional<CeremonyRefusal> renew(Order order, List<Claim> claims) {
        return switch (door.ask(new CeremonyRequest.Renew(order, claims))) {
            case CeremonyAnswer.Renewed _ -> Optional.empty();
            case CeremonyAnswer.Refused(var refusal) -> Optional.of(refusal);
            case CeremonyAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
        };
    }

    /// Stores the box's last record of an owner and all steps to it that the database lacks, in one
    /// transaction. A record that is ahead of the box is left alone.
    private Healing.Done restore(K whose) {
        var steps = steps(whose);
        if (steps.isEmpty()) {
            return new Healing.Done(1, 0, 0);
        }
        return database.write(in -> restore(in, whose, steps));
    }

    private Healing.Done restore(Transaction in, K whose, List<Advance> steps) {
        var last = steps.getFirst();
        var record = new StoredRecord(last.counter(), last.record());
        var there = tables.find(in, whose);
        boolean ahead =
                there.filter(row -> row.counter() > record.counter())
                        .filter(row -> records.look(row.record()) != Standing.BAD_MAC)
                        .isPresent();
        boolean put = !ahead && !there.equals(Optional.of(record));
        if (put) {
            tables.put(in, whose, record);
        }
        int stored = 0;
        for (Advance step : steps) {
            stored += isStored(in, whose, step) ? 0 : 1;
        }
        return new Healing.Done(1, put ? 1 : 0, stored);
    }

    /// Whether the step was there before; it is there afterwards.
    private boolean isStored(Transaction in, K whose, Advance step) {
        var row = new StoredStep(step.counter(), step.request(), step.reply(), step.time());
        var there = tables.step(in, whose, row.request().actor(), row.request().sequence());
        if (there.equals(Optional.of(row))) {
            return true;
        }
        return tables.restore(in, whose, row) == Storing.RECORD_BEHIND;
    }

    /// The steps of an owner as the box has them, newest first, as far back as each is the one that
    /// the next one names.
    private List<Advance> steps(K whose) {
        var all = new ArrayList<Advance>();
        String subject = records.subject(whose);
        var page = page(subject, Long.MAX_VALUE);
        while (!page.steps().isEmpty()) {
            for (Advance step : page.steps()) {
                if (!all.isEmpty() && !all.getLast().from().equals(Hash.of(step.record()))) {
                    return all;
                }
                all.add(step);
            }
            page = page(subject, all.getLast().counter());
        }
        return all;
    }

    private CeremonyAnswer.Walked page(String subject, long below) {
        return switch (door.ask(new CeremonyRequest.Steps(subject, below))) {
            case CeremonyAnswer.Walked walked -> walked;
            case CeremonyAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
        };
    }

    private List<Bytes> current(K whose) {
        return database.read(in -> tables.find(in, whose)).map(StoredRecord::record).stream()
                .toList();
    }

    /// Whom the box remembers, by the names that it gives them.
    private Map<String, K> known() {
        var all = new LinkedHashMap<String, K>();
        int from = 0;
        while (from >= 0) {
            switch (door.ask(new CeremonyRequest.Subjects(from))) {
                case CeremonyAnswer.Named(var subjects, int next) -> {
                    subjects.forEach(
                            name -> owner.apply(name).ifPresent(whose -> all.put(name, whose)));
                    from = next;
                }
                case CeremonyAnswer unfit -> throw CeremonyDoor.otherAnswer(unfit);
            }
        }
        return all;
    }

    private List<K> stored() {
        var all = new ArrayList<K>();
        List<K> page = database.read(in -> tables.firstOwners(in, PAGE));
        while (!page.isEmpty()) {
            all.addAll(page);
            K last = page.getLast();
            page = database.read(in -> tables.ownersAfter(in, last, PAGE));
        }
        return all;
    }
}
