package org.franklin.box.ceremony;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.KeptKeys;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.Wipeable;
import org.franklin.box.ceremony.CeremonyAnswer.Named;
import org.franklin.box.ceremony.CeremonyAnswer.Performed;
import org.franklin.box.ceremony.CeremonyAnswer.Refused;
import org.franklin.box.ceremony.CeremonyAnswer.Renewed;
import org.franklin.box.ceremony.CeremonyRefusal.Incomplete;
import org.franklin.box.ceremony.CeremonyRefusal.OldHead;
import org.franklin.box.ceremony.CeremonyRefusal.RecordLost;
import org.franklin.box.ceremony.CeremonyRefusal.SeedNotOpenable;
import org.franklin.box.ceremony.CeremonyRequest.Claim;
import org.franklin.box.freshness.Amends;
import org.franklin.box.freshness.Amends.Release;
import org.franklin.box.freshness.Amends.Renewal;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.Slot;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.record.ChainedRecord;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.record.Shown;
import org.franklin.box.record.Shown.Genuine;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where a box holds its ceremonies: [CeremonyLaw] decides, the freshness log does it in one write,
/// and only then is it told. One ceremony at a time.
public final class CeremonyDesk<R extends Record & ChainedRecord<R>, S, T extends Wipeable> {

    private static final int PAGE = 256;
    private static final int PAGE_BYTES = 256 * 1024;

    /// What anyone may know of the box: its installation, its name, its keepers.
    public record Identity(Bytes cluster, String box, Keepers keepers) {}

    private final Identity identity;
    private final FreshnessLog log;
    private final KeptKeys<T> keys;
    private final Function<T, DecisionTable<R, S>> table;
    private final InstantSource clock;

    /// Whom the re-provision of this statement has looked at. A crash forgets it, and the
    /// re-provision then begins again.
    private Hash renewing = Hash.NONE;

    private final Set<String> renewed = new HashSet<>();

    public CeremonyDesk(
            Identity identity,
            FreshnessLog log,
            KeptKeys<T> keys,
            Function<T, DecisionTable<R, S>> table,
            InstantSource clock) {
        this.identity = identity;
        this.log = log;
        this.keys = keys;
        this.table = table;
        this.clock = clock;
    }

    public synchronized CeremonyAnswer answer(CeremonyRequest request) {
        return switch (request) {
            case CeremonyRequest.Describe _ -> described();
            case CeremonyRequest.Subjects(int from) -> subjects(from);
            case CeremonyRequest.Steps(var subject, long below) -> {
                var walked = log.steps(subject, below, PAGE, PAGE_BYTES);
                yield new CeremonyAnswer.Walked(walked.steps(), walked.damaged());
            }
            case CeremonyRequest.Judge(var order) ->
                    judged(order).orElseGet(CeremonyAnswer.Agreed::new);
            case CeremonyRequest.Renew(var order, var claims) ->
                    order.statement().kind() == Statement.Kind.REPROVISION
                            ? judged(order).orElseGet(() -> renew(order, claims))
                            : new Refused(new CeremonyRefusal.NothingToDo());
            case CeremonyRequest.Perform(var order, var shown) ->
                    judged(order).orElseGet(() -> perform(order, shown));
        };
    }

    private CeremonyAnswer described() {
        return new CeremonyAnswer.Described(
                identity.cluster(),
                identity.box(),
                identity.keepers(),
                log.head(),
                log.stopped().orElse(""),
                log.subjects(),
                log.latched());
    }

    private CeremonyAnswer subjects(int from) {
        int count = log.subjects();
        int first = Math.clamp(from, 0, count);
        int to = Math.min(count, first + PAGE);
        return new Named(log.subjects(first, to), to == count ? -1 : to);
    }

    /// The refusal of an order, noted; empty if it is allowed.
    private Optional<CeremonyAnswer> judged(Order order) {
        var statement = order.statement();
        var situation =
                new Situation(
                        identity.cluster(),
                        identity.box(),
                        identity.keepers(),
                        log.head(),
                        log.stopped(),
                        brokenOnly(),
                        log.slot(statement.subject()));
        return switch (CeremonyLaw.judge(situation, order, clock.instant())) {
            case Judgement.Allowed _ -> Optional.empty();
            // Not noted: a note would move the head, and so undo another's honest request.
            case Judgement.Refused(var refusal) -> Optional.of(new Refused(refusal));
        };
    }

    private Optional<String> brokenOnly() {
        return log.stopped().isPresent() ? Optional.empty() : log.fault();
    }

    private CeremonyAnswer renew(Order order, List<Claim> claims) {
        Hash ceremony = Canonical.hash(order.statement());
        if (!renewing.equals(ceremony)) {
            renewing = ceremony;
            renewed.clear();
        }
        Instant now = clock.instant();
        return keys.borrow(kept -> renew(table.apply(kept), order, claims, now))
                .orElseGet(() -> new Refused(new SeedNotOpenable()));
    }

    private CeremonyAnswer renew(
            DecisionTable<R, S> core, Order order, List<Claim> claims, Instant now) {
        Hash ceremony = Canonical.hash(order.statement());
        var renewals = new ArrayList<Renewal>();
        for (Claim claim : claims) {
            var own = own(core, claim.subject());
            var highest =
                    Stream.concat(own.stream(), genuine(core, claim.subject(), claim.shown()))
                            .reduce((first, next) -> isHigher(next, first) ? next : first);
            if (highest.isEmpty() || isBelow(highest.get(), log.slot(claim.subject()))) {
                return new Refused(new RecordLost(claim.subject()));
            }
            renewals.add(new Renewal(core.renewed(highest.get(), ceremony, now), own.isEmpty()));
        }
        return done(order, renewals, new Release.None(), Optional.empty())
                .orElseGet(() -> {
                    claims.forEach(claim -> renewed.add(claim.subject()));
                    return new Renewed(renewals.stream().map(Renewal::step).toList());
                });
    }

    /// Of two with one counter the box's own is taken, which comes first.
    private boolean isHigher(Genuine<R> next, Genuine<R> first) {
        return next.record().counter() > first.record().counter();
    }

    private boolean isBelow(Genuine<R> found, Optional<Slot> slot) {
        return slot.filter(known -> found.record().counter() < known.counter()).isPresent();
    }

    private CeremonyAnswer perform(Order order, List<Bytes> shown) {
        var statement = order.statement();
        return switch (statement.kind()) {
            case UNLATCH ->
                    ended(order, List.of(), new Release.Subject(statement.subject()), "unlatched");
            case UNLATCH_BOX -> resumed(order, "the box goes on");
            case REPROVISION -> {
                boolean begun = renewing.equals(Canonical.hash(statement));
                int left = log.subjects() - (begun ? renewed.size() : 0);
                yield left > 0
                        ? new Refused(new Incomplete(left))
                        : resumed(order, "%d records renewed".formatted(log.subjects()));
            }
            case HEAL ->
                    statement.subject().equals(Statement.ALL)
                            ? ended(
                                    order,
                                    List.of(),
                                    new Release.AllSubjects(),
                                    log.latched() + " were latched")
                            : heal(order, shown);
        };
    }

    private CeremonyAnswer resumed(Order order, String what) {
        var answer = ended(order, List.of(), new Release.Box(), what);
        keys.restore();
        return answer;
    }

    private CeremonyAnswer heal(Order order, List<Bytes> shown) {
        String subject = order.statement().subject();
        var latch = log.slot(subject).flatMap(Slot::latched);
        if (latch.filter(evidence -> evidence == Evidence.DAMAGED).isEmpty()) {
            return ended(order, List.of(), new Release.Subject(subject), "healed");
        }
        Instant now = clock.instant();
        return keys.borrow(kept -> healDamaged(table.apply(kept), order, shown, now))
                .orElseGet(() -> new Refused(new SeedNotOpenable()));
    }

    /// Goes on from the record whose hash the box remembers, its own or one that was shown, with a
    /// step that the box can read.
    private CeremonyAnswer healDamaged(
            DecisionTable<R, S> core, Order order, List<Bytes> shown, Instant now) {
        String subject = order.statement().subject();
        Hash remembered = log.slot(subject).orElseThrow().hash();
        var record =
                Stream.concat(own(core, subject).stream(), genuine(core, subject, shown))
                        .filter(found -> found.hash().equals(remembered))
                        .findFirst();
        if (record.isEmpty()) {
            return new Refused(new RecordLost(subject));
        }
        var step = core.renewed(record.get(), Canonical.hash(order.statement()), now);
        return ended(
                order, List.of(new Renewal(step, true)), new Release.None(), "healed by a step");
    }

    private Optional<Genuine<R>> own(DecisionTable<R, S> core, String subject) {
        return log.last(subject) instanceof Recalled.Found(var last)
                ? genuine(core, subject, List.of(last.record())).findFirst()
                : Optional.empty();
    }

    private Stream<Genuine<R>> genuine(
            DecisionTable<R, S> core, String subject, List<Bytes> signed) {
        return signed.stream()
                .map(core::read)
                .flatMap(read -> genuine(read).stream())
                .filter(found -> found.subject().equals(subject));
    }

    private Optional<Genuine<R>> genuine(Shown<R> shown) {
        return shown instanceof Genuine<R> found ? Optional.of(found) : Optional.empty();
    }

    /// Performs the last act of a ceremony, with its entry in the audit chain.
    private CeremonyAnswer ended(
            Order order, List<Renewal> renewals, Release release, String what) {
        var statement = order.statement();
        var kind =
                switch (statement.kind()) {
                    case UNLATCH, UNLATCH_BOX -> Kind.UNLATCHED;
                    case HEAL -> Kind.HEALED;
                    case REPROVISION -> Kind.REPROVISIONED;
                };
        var text =
                "%s; asked for by %s, approved by %s: %s"
                        .formatted(
                                what,
                                order.asked().keeper(),
                                order.approved().keeper(),
                                statement.reason());
        var note = new Amends.Note(kind, statement.subject(), text);
        return done(order, renewals, release, Optional.of(note))
                .orElseGet(() -> new Performed(renewals.stream().map(Renewal::step).toList()));
    }

    /// Empty when it is durable.
    private Optional<CeremonyAnswer> done(
            Order order, List<Renewal> renewals, Release release, Optional<Amends.Note> note) {
        var amends = new Amends(order.statement().head(), renewals, release, note);
        return switch (log.amend(amends)) {
            case Committed.Won _ -> Optional.empty();
            case Committed.Lost _ -> Optional.of(new Refused(new OldHead()));
            case Committed.Unknown(var reason) ->
                    Optional.of(new Refused(new CeremonyRefusal.OutOfService(reason)));
        };
    }
}
