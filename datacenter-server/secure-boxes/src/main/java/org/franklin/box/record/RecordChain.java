package org.franklin.box.record;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.StepAnswer.IssuedEarlier;
import org.franklin.box.StepAnswer.Locked;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.box.StepAnswer.Stale;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled.Damaged;
import org.franklin.box.freshness.Recalled.Found;
import org.franklin.box.freshness.Recalled.Nothing;
import org.franklin.box.freshness.Slot;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.RecordMac;
import org.franklin.box.record.Presented.Answered;
import org.franklin.box.record.Presented.Current;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The records of one kind that one box signs, strangers keep, and the box recognises again: the
/// decision table of protocol 2.4, as far as it does not depend on what the record is about.
public final class RecordChain<R extends Record & ChainedRecord> {

    private final Class<R> type;
    private final Bytes cluster;
    private final RecordMac mac;
    private final FreshnessLog log;
    private final Confirmations confirmations;

    public RecordChain(
            Class<R> type,
            Bytes cluster,
            MasterKey recordKey,
            FreshnessLog log,
            RandomGenerator random) {
        this.type = type;
        this.cluster = cluster;
        this.mac = new RecordMac(recordKey, KeyPurpose.RECORD_MAC);
        this.log = log;
        this.confirmations = new Confirmations(random);
    }

    public Bytes sign(R record) {
        Bytes body = Canonical.bytes(record);
        return Canonical.bytes(
                new SignedRecord(body, mac.mac(record.subject(), record.link().month(), body)));
    }

    /// Compares a record with the box's memory; `confirmation` answers an earlier
    /// [Stale][StepAnswer.Stale], else 0.
    public Presented<R> present(Bytes signed, long confirmation) {
        var fault = log.fault();
        if (fault.isPresent()) {
            return new Answered<>(new OutOfService(fault.get()));
        }
        return switch (SignedRecord.body(type, signed)) {
            case Malformed<R> _ -> forged("a " + type.getSimpleName());
            case Valid<R>(var record) ->
                    isGenuine(record, signed)
                            ? compare(record, Hash.of(signed), confirmation)
                            : forged(record.subject());
        };
    }

    private Presented<R> forged(String subject) {
        log.note(Kind.TAMPERED_MAC, subject, "the MAC does not fit the record");
        return new Answered<>(new Tampered(Evidence.BAD_MAC));
    }

    private Presented<R> compare(R record, Hash hash, long confirmation) {
        return switch (standing(record, hash)) {
            case CURRENT -> new Current<>(record, hash);
            case BEHIND_BY_ONE -> new Answered<>(redo(record.subject()));
            case STALE -> new Answered<>(stale(record, confirmation));
            case AHEAD -> new Answered<>(boxBehind(record));
            case FORKED -> new Answered<>(lock(record, Kind.FORKED, Evidence.FORKED));
            case LOCKED -> new Answered<>(locked(record.subject()));
            // Its own MAC on a record that it does not know: the box has lost its memory.
            case UNKNOWN -> new Answered<>(boxBehind(record));
            case BAD_MAC -> throw new AssertionError("the MAC was checked before");
        };
    }

    /// How a stored record stands, for an audit; nothing changes and nothing is noted.
    public Standing look(Bytes signed) {
        return genuine(signed)
                .map(record -> standing(record, Hash.of(signed)))
                .orElse(Standing.BAD_MAC);
    }

    /// The record, if this box signed it, however old it is.
    public Optional<R> genuine(Bytes signed) {
        return switch (SignedRecord.body(type, signed)) {
            case Malformed<R> _ -> Optional.empty();
            case Valid<R>(var record) ->
                    isGenuine(record, signed) ? Optional.of(record) : Optional.empty();
        };
    }

    private Standing standing(R record, Hash hash) {
        return log.slot(record.subject())
                .map(slot -> slot.standing(record.counter(), hash))
                .orElse(Standing.UNKNOWN);
    }

    /// Whether this box, of this installation, signed the record.
    private boolean isGenuine(R record, Bytes signed) {
        var outer = Canonical.decode(SignedRecord.class, signed).orThrow();
        return record.link().cluster().equals(cluster)
                && mac.verifies(
                        record.subject(), record.link().month(), outer.record(), outer.mac());
    }

    private StepAnswer redo(String subject) {
        log.note(Kind.REDO, subject, "the database lacked the last step");
        return switch (log.last(subject)) {
            case Found(var last) ->
                    new Redo(
                            last.counter(),
                            last.record(),
                            last.request(),
                            last.reply(),
                            last.time());
            case Damaged _ -> new Locked(Evidence.DAMAGED);
            case Nothing _ -> throw new AssertionError("its slot was there");
        };
    }

    private StepAnswer stale(R record, long confirmation) {
        String subject = record.subject();
        if (confirmations.isOpen(subject, confirmation)) {
            return lock(record, Kind.TAMPERED_ROLLBACK, Evidence.ROLLED_BACK);
        }
        log.note(Kind.STALE, subject, "shown counter " + record.counter());
        long known = log.slot(subject).orElseThrow().counter();
        return new Stale(known, confirmations.open(subject));
    }

    private StepAnswer lock(R record, Kind kind, Evidence evidence) {
        log.note(kind, record.subject(), "shown counter " + record.counter());
        log.latch(record.subject(), evidence);
        return new Tampered(evidence);
    }

    private StepAnswer locked(String subject) {
        return new Locked(log.slot(subject).flatMap(Slot::latched).orElseThrow());
    }

    private StepAnswer boxBehind(R record) {
        log.note(Kind.BOX_BEHIND, record.subject(), "shown counter " + record.counter());
        log.stop("a record is ahead of the box, which has lost its memory");
        return new OutOfService("a record is ahead of the box");
    }

    /// Answers a request that was answered before: with its own bytes if it was the last step.
    public StepAnswer again(R current, RequestKey request) {
        return switch (log.last(current.subject())) {
            case Found(var last) when last.request().samePlace(request) ->
                    new Done(
                            last.counter(),
                            last.record(),
                            last.request(),
                            last.reply(),
                            last.time());
            case Found _ -> new IssuedEarlier(request);
            case Damaged _ -> new Locked(Evidence.DAMAGED);
            case Nothing _ -> throw new AssertionError("its slot was there");
        };
    }

    /// Makes a step durable, and only then gives it out. `otherwise` is asked again where another
    /// step came first.
    public StepAnswer commit(Advance step, Supplier<StepAnswer> otherwise) {
        return switch (log.commit(List.of(step)).getFirst()) {
            case Won _ ->
                    new Done(
                            step.counter(),
                            step.record(),
                            step.request(),
                            step.reply(),
                            step.time());
            case Lost _ -> otherwise.get();
            case Unknown(var reason) -> new OutOfService(reason);
        };
    }
}
