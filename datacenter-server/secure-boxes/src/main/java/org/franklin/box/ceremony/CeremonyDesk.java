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
import org.franklin.box.freshness.Slot;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.keeper.Signed;
import org.franklin.box.record.ChainedRecord;
import org.franklin.box.record.DecisionTable;
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

/// Where a box holds its ceremonies: [CeremonyLaw] decides, the freshness log does it in one write,
/// and only then is it told. One ceremony at a time.
public final class CeremonyDesk<R extends Record & ChainedRecord<R>, S, T extends Wipeable> {

    private static final int PAGE = 256;
    private static final int PAGE_BYTES = 256 * 1024;

    /// What anyone may know of the box: its installation, its name, its keepers, and whether it has
    /// token keys to export.
    public record Identity(Bytes cluster, String box, Keepers keepers, boolean tokenKeys) {}

    private final Identity identity;
    private final FreshnessLog log;
    private final KeptKeys<T> keys;
    private final Function<T, DecisionTable<R, S>> table;
    private final InstantSource clock;

    /// Whom the re-provision of this statement has looked at. A crash forgets it, and the
    /// re-provision then begins again.
    private Hash renewing = Hash.NONE;

    private final Set<String> renewed = new HashSet<>();

    /// Where the audit chain ended when the order at hand was judged: it is performed only there.
    private Hash end = Hash.NONE;

    /// The last one held. A restart forgets it.
    private Optional<Statement> held = Optional.empty();

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

    /// A refusal is noted, where an auditor finds it.
    public synchronized CeremonyAnswer answer(CeremonyRequest request) {
        var answer = decided(request);
        if (answer instanceof Refused(var refusal)) {
            request.ordered().ifPresent(order -> note(order, refusal));
        }
        return answer;
    }

    /// Nothing of it is taken from the order as it is but names that are names.
    private void note(Order order, CeremonyRefusal refusal) {
        String text =
                "%s of %s; asked for by %s, approved by %s"
                        .formatted(
                                refusal.getClass().getSimpleName(),
                                order.statement().kind(),
                                name(order.asked()),
                                name(order.approved()));
        log.note(Kind.CEREMONY_REFUSED, Statement.BOX, text);
    }

    private static String name(Signed signed) {
        return Keepers.isName(signed.keeper()) ? signed.keeper() : "somebody";
    }

    private CeremonyAnswer decided(CeremonyRequest request) {
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

    /// Whether this was the last ceremony that the box held, and since it was started. Only so long
    /// may be given out what it allows.
    public synchronized boolean hasHeld(Statement statement) {
        return held.equals(Optional.of(statement));
    }

    private CeremonyAnswer described() {
        return new CeremonyAnswer.Described(
                identity.cluster(),
                identity.box(),
                identity.keepers(),
                log.ceremonyHead(),
                log.stopped().orElse(""),
                log.subjects(),
                log.latched(),
                identity.tokenKeys());
    }

    private CeremonyAnswer subjects(int from) {
        int count = log.subjects();
        int first = Math.clamp(from, 0, count);
        int to = Math.min(count, first + PAGE);
        return new Named(log.subjects(first, to), to == count ? -1 : to);
    }

    /// The refusal of an order; empty if it is allowed.
    private Optional<CeremonyAnswer> judged(Order order) {
        var statement = order.statement();
        end = log.head();
        var situation =
                new Situation(
                        identity.cluster(),
                        identity.box(),
                        identity.keepers(),
                        log.ceremonyHead(),
                        log.stopped(),
                        brokenOnly(),
                        log.slot(statement.subject()),
                        identity.tokenKeys());
        return switch (CeremonyLaw.judge(situation, order, clock.instant())) {
            case Judgement.Allowed _ -> Optional.empty();
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
        var known = new KnownRecords<>(core, log);
        var renewals = new ArrayList<Renewal>();
        for (Claim claim : claims) {
            var highest = known.highest(claim.subject(), claim.shown());
            if (highest.isEmpty() || isBelow(highest.get(), log.slot(claim.subject()))) {
                return new Refused(new RecordLost(claim.subject()));
            }
            renewals.add(
                    new Renewal(
                            core.renewed(highest.get(), ceremony, now),
                            known.own(claim.subject()).isEmpty()));
        }
        return done(renewals, new Release.None(), Optional.empty())
                .orElseGet(() -> {
                    claims.forEach(claim -> renewed.add(claim.subject()));
                    return new Renewed(renewals.stream().map(Renewal::step).toList());
                });
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
            case EXPORT_TOKEN_KEYS ->
                    ended(
                            order,
                            List.of(),
                            new Release.None(),
                            Minutes.sealed(log.subjects(), statement.subject()));
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
        var record = new KnownRecords<>(core, log).withHash(remembered, subject, shown);
        if (record.isEmpty()) {
            return new Refused(new RecordLost(subject));
        }
        var step = core.renewed(record.get(), Canonical.hash(order.statement()), now);
        return ended(
                order, List.of(new Renewal(step, true)), new Release.None(), "healed by a step");
    }

    /// Performs the last act of a ceremony, with its entry in the audit chain.
    private CeremonyAnswer ended(
            Order order, List<Renewal> renewals, Release release, String what) {
        return done(renewals, release, Optional.of(Minutes.of(order, what)))
                .orElseGet(() -> {
                    held = Optional.of(order.statement());
                    return new Performed(renewals.stream().map(Renewal::step).toList());
                });
    }

    /// Empty when it is durable.
    private Optional<CeremonyAnswer> done(
            List<Renewal> renewals, Release release, Optional<Amends.Note> note) {
        var amends = new Amends(end, renewals, release, note);
        return switch (log.amend(amends)) {
            case Committed.Won _ -> Optional.empty();
            case Committed.Lost _ -> Optional.of(new Refused(new OldHead()));
            case Committed.Unknown(var reason) ->
                    Optional.of(new Refused(new CeremonyRefusal.OutOfService(reason)));
        };
    }
}
