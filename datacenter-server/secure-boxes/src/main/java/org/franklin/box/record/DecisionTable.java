package org.franklin.box.record;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Refusal;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Slot;
import org.franklin.box.record.Outcome.Taken;
import org.franklin.box.record.Shown.Forged;
import org.franklin.box.record.Shown.Genuine;
import org.franklin.box.suite.RecordSeal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.util.Optional;

/// The core of a box: (memory, record shown, what is asked) to (memory, outcome, effects), the
/// decision table of protocol 2.4 for records of one kind.
///
/// It remembers nothing and touches nothing; clock and random numbers come with what is asked. The
/// box itself, the exhaustive checker and the simulator run this same code.
public final class DecisionTable<R extends Record & ChainedRecord<R>, S> {

    /// How the reason ends for which a box stops that has lost its memory.
    public static final String BEHIND = " is ahead of the box, which has lost its memory";

    private final Class<R> type;
    private final Bytes cluster;
    private final RecordSeal mac;
    private final Law<R, S> law;

    public DecisionTable(Class<R> type, Bytes cluster, RecordSeal mac, Law<R, S> law) {
        this.type = type;
        this.cluster = cluster;
        this.mac = mac;
        this.law = law;
    }

    /// Reads a signed record and checks its MAC.
    public Shown<R> read(Bytes signed) {
        if (!(Canonical.decode(SignedRecord.class, signed)
                        instanceof Valid<SignedRecord>(var outer))
                || !(Canonical.decode(type, outer.record()) instanceof Valid<R>(var record))) {
            return new Forged<>("a " + type.getSimpleName());
        }
        boolean genuine =
                record.link().cluster().equals(cluster)
                        && mac.verifies(
                                record.subject(),
                                record.link().month(),
                                outer.record(),
                                outer.mac());
        return genuine ? new Genuine<>(record, Hash.of(signed)) : new Forged<>(record.subject());
    }

    /// How a record stands; nothing comes of it.
    public Standing look(Memory memory, Shown<R> shown) {
        return switch (shown) {
            case Forged<R> _ -> Standing.BAD_MAC;
            case Genuine<R>(var record, var hash) -> memory.standing(record.counter(), hash);
        };
    }

    /// The first record of a new subject.
    public Ruling begin(Memory memory, Decision.Take<R> first) {
        if (memory.fault().isPresent()) {
            return Ruling.of(memory, new Outcome.OutOfService(memory.fault().get()));
        }
        return memory.slot().isPresent()
                ? Ruling.of(memory, new Outcome.Refused(new Refusal.AlreadyThere()))
                : taken(memory, Hash.NONE, first.next(), first.reply());
    }

    /// `memory` is that of the subject that the record claims.
    public Ruling rule(Memory memory, Shown<R> shown, Asked<S> asked) {
        if (memory.fault().isPresent()) {
            return Ruling.of(memory, new Outcome.OutOfService(memory.fault().get()));
        }
        return switch (shown) {
            case Forged<R>(var subject) ->
                    noted(
                            memory,
                            new Outcome.TamperedMac(),
                            Kind.TAMPERED_MAC,
                            subject,
                            "the MAC does not fit the record");
            case Genuine<R>(var record, var hash) -> rule(memory, record, hash, asked);
        };
    }

    private Ruling rule(Memory memory, R record, Hash hash, Asked<S> asked) {
        return switch (memory.standing(record.counter(), hash)) {
            case CURRENT -> current(memory.with(memory.watch().calm()), record, hash, asked);
            case BEHIND_BY_ONE -> redo(memory, record, asked);
            case STALE -> stale(memory, record, asked);
            // Its own MAC on a record that it does not know: the box has lost its memory.
            case AHEAD, UNKNOWN -> behind(memory, record, "a record");
            case FORKED -> forked(memory, record);
            case LOCKED ->
                    Ruling.of(
                            memory,
                            new Outcome.Latched(
                                    memory.slot().flatMap(Slot::latched).orElseThrow()));
            case BAD_MAC -> throw new AssertionError("the MAC was checked before");
        };
    }

    private Ruling redo(Memory memory, R record, Asked<S> asked) {
        Watch watch = memory.watch().redo(record.counter() + 1, asked.now());
        boolean often =
                watch.missed().steps() == Watch.MOST_MISSED && !watch.equals(memory.watch());
        return noted(
                memory.with(watch),
                new Outcome.Redo(),
                often ? Kind.OFTEN_BEHIND : Kind.REDO,
                record.subject(),
                often
                        ? watch.missed().steps() + " steps within an hour"
                        : "the database lacked the last step");
    }

    private Ruling stale(Memory memory, R record, Asked<S> asked) {
        String subject = record.subject();
        String shown = "shown counter " + record.counter();
        if (memory.watch().confirms(asked.confirmation())) {
            var latched = memory.slot().orElseThrow().latchedFor(Evidence.ROLLED_BACK);
            return Ruling.of(
                    memory.with(Watch.NONE).with(latched),
                    new Outcome.RolledBack(),
                    new Effect.Note(Kind.TAMPERED_ROLLBACK, subject, shown),
                    new Effect.Latch(subject, Evidence.ROLLED_BACK));
        }
        Watch watch = memory.watch().stale(asked.nonce());
        var outcome =
                new Outcome.Stale(memory.slot().orElseThrow().counter(), watch.confirmation());
        return watch.unconfirmed() == Watch.MOST_UNCONFIRMED
                ? noted(
                        memory.with(watch),
                        outcome,
                        Kind.UNCONFIRMED,
                        subject,
                        shown + ", " + watch.unconfirmed() + " times without a second look")
                : noted(memory.with(watch), outcome, Kind.STALE, subject, shown);
    }

    private Ruling behind(Memory memory, R record, String witness) {
        String reason = witness + BEHIND;
        return Ruling.of(
                memory.stopped(reason),
                new Outcome.BoxBehind(record.counter()),
                new Effect.Note(
                        Kind.BOX_BEHIND, record.subject(), "shown counter " + record.counter()),
                new Effect.Stop(reason));
    }

    private Ruling forked(Memory memory, R record) {
        String reason = "two records carry one counter: another holds the key of this box";
        return Ruling.of(
                memory.stopped(reason),
                new Outcome.Forked(),
                new Effect.Note(Kind.FORKED, record.subject(), "shown counter " + record.counter()),
                new Effect.Stop(reason));
    }

    private Ruling current(Memory memory, R record, Hash hash, Asked<S> asked) {
        if (asked.step().isEmpty()) {
            return Ruling.of(memory, new Outcome.Current());
        }
        return switch (law.decide(record, asked.step().get(), asked.now())) {
            case Decision.Again<R>(var request) ->
                    Ruling.of(
                            memory,
                            record.link().request().samePlace(request)
                                    ? new Outcome.Retried(record.link().request())
                                    : new Outcome.IssuedEarlier(request));
            case Decision.No<R>(var refusal) -> refused(memory, record, refusal);
            case Decision.Behind<R> _ -> behind(memory, record, "a receipt of the box");
            case Decision.Take<R>(var next, var request, var reply) ->
                    taken(
                            memory,
                            hash,
                            next.at(record.link().next(hash, request, asked.now())),
                            reply);
        };
    }

    private Ruling refused(Memory memory, R record, Refusal refusal) {
        Outcome outcome =
                switch (refusal) {
                    case Refusal.Conflict _ -> new Outcome.Conflict();
                    case Refusal.SequenceGap(long expected) -> new Outcome.SequenceGap(expected);
                    case Refusal other -> new Outcome.Refused(other);
                };
        return Wrongs.kind(refusal)
                .map(kind ->
                        noted(memory, outcome, kind, record.subject(), Wrongs.sentence(refusal)))
                .orElseGet(() -> Ruling.of(memory, outcome));
    }

    private Ruling taken(Memory memory, Hash from, R placed, Decision.Reply<R> reply) {
        var step = step(from, placed, reply);
        Hash hash = Hash.of(step.record());
        Slot slot =
                memory.slot()
                        .map(known -> known.advancedTo(hash))
                        .orElseGet(() -> new Slot(step.counter(), hash, from, Optional.empty()));
        return Ruling.of(memory.with(slot), new Taken(step), new Effect.Commit(step));
    }

    private Advance step(Hash from, R placed, Decision.Reply<R> reply) {
        Bytes signed = sign(placed);
        var link = placed.link();
        return new Advance(
                placed.subject(),
                link.counter(),
                from,
                signed,
                link.request(),
                reply.to(placed, Hash.of(signed)),
                link.time());
    }

    /// The step that a ceremony takes from a genuine record, whatever the box remembers: it uses a
    /// counter up, and moves nothing.
    public Advance renewed(Genuine<R> current, Hash ceremony, Instant now) {
        var take = law.renew(current.record(), ceremony);
        var link = current.record().link().next(current.hash(), take.request(), now);
        return step(current.hash(), take.next().at(link), take.reply());
    }

    private Bytes sign(R record) {
        Bytes body = Canonical.bytes(record);
        return Canonical.bytes(
                new SignedRecord(body, mac.mac(record.subject(), record.link().month(), body)));
    }

    private static Ruling noted(
            Memory memory, Outcome outcome, Kind kind, String subject, String detail) {
        return Ruling.of(memory, outcome, new Effect.Note(kind, subject, detail));
    }
}
