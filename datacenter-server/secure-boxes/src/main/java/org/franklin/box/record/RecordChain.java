package org.franklin.box.record;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Refusal;
import org.franklin.box.Standing;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.Recalled;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/// The records of one kind that one box signs, strangers keep, and the box recognises again: runs
/// the [DecisionTable] on the freshness log, and lets an outcome out only when its effects are
/// durable.
public final class RecordChain<R extends Record & ChainedRecord<R>, S> {

    private final DecisionTable<R, S> table;
    private final FreshnessLog log;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final ConcurrentMap<String, Watch> watches = new ConcurrentHashMap<>();

    public RecordChain(
            DecisionTable<R, S> table,
            FreshnessLog log,
            RandomGenerator random,
            InstantSource clock) {
        this.table = table;
        this.log = log;
        this.random = random;
        this.clock = clock;
    }

    /// Journals the first record of a new subject.
    public StepAnswer begin(Decision.Take<R> first) {
        String subject = first.next().subject();
        while (true) {
            var ruling = table.begin(memory(subject), first);
            var answer = carryOut(subject, ruling);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /// Takes a step from a signed record, or only looks how that stands; `confirmation` answers an
    /// earlier [StepAnswer.Stale], else 0. Another round begins only where another step came first,
    /// and the record is then no longer the last one.
    public StepAnswer step(Bytes signed, long confirmation, Optional<S> step) {
        Shown<R> shown = table.read(signed);
        String subject = shown.subject();
        while (true) {
            var before = memory(subject);
            var asked =
                    new Asked<>(
                            step,
                            confirmation,
                            clock.instant(),
                            random.nextLong(1, Long.MAX_VALUE));
            var ruling = table.rule(before, shown, asked);
            if (remember(subject, before.watch(), ruling.memory().watch())) {
                var answer = carryOut(subject, ruling);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
    }

    /// How a stored record stands, for an audit; nothing changes and nothing is noted.
    public Standing look(Bytes signed) {
        Shown<R> shown = table.read(signed);
        return table.look(memory(shown.subject()), shown);
    }

    /// The record, if this box signed it, however old it is.
    public Optional<R> genuine(Bytes signed) {
        return switch (table.read(signed)) {
            case Shown.Genuine<R>(var record, _) -> Optional.of(record);
            case Shown.Forged<R> _ -> Optional.empty();
        };
    }

    private Memory memory(String subject) {
        return new Memory(
                log.slot(subject), watches.getOrDefault(subject, Watch.NONE), log.fault());
    }

    /// False where another handler changed the watch meanwhile: then the ruling is out of date.
    private boolean remember(String subject, Watch before, Watch after) {
        if (before.equals(after)) {
            return true;
        }
        if (after.equals(Watch.NONE)) {
            return watches.remove(subject, before);
        }
        return before.equals(Watch.NONE)
                ? watches.putIfAbsent(subject, after) == null
                : watches.replace(subject, before, after);
    }

    /// Makes the effects durable, and then gives the outcome; empty where a step came first.
    private Optional<StepAnswer> carryOut(String subject, Ruling ruling) {
        for (Effect effect : ruling.effects()) {
            switch (effect) {
                case Effect.Note(var kind, var whose, var detail) -> log.note(kind, whose, detail);
                case Effect.Latch(var whose, var evidence) -> log.latch(whose, evidence);
                case Effect.Stop(var reason) -> log.stop(reason);
                case Effect.Commit(var step) -> {
                    switch (log.commit(List.of(step)).getFirst()) {
                        case Committed.Won _ -> {
                            // Now it may leave.
                        }
                        case Committed.Lost _ -> {
                            return Optional.empty();
                        }
                        case Committed.Unknown(var reason) -> {
                            return Optional.of(new OutOfService(reason));
                        }
                    }
                }
            }
        }
        return Optional.of(answer(subject, ruling.outcome()));
    }

    private StepAnswer answer(String subject, Outcome outcome) {
        return switch (outcome) {
            case Outcome.OutOfService(var reason) -> new OutOfService(reason);
            case Outcome.TamperedMac _ -> new Tampered(Evidence.BAD_MAC);
            case Outcome.Latched(var evidence) -> new StepAnswer.Locked(evidence);
            case Outcome.Redo _ -> redo(subject);
            case Outcome.Stale(long known, long confirmation) ->
                    new StepAnswer.Stale(known, confirmation);
            case Outcome.RolledBack _ -> new Tampered(Evidence.ROLLED_BACK);
            case Outcome.Forked _ -> new Tampered(Evidence.FORKED);
            case Outcome.BoxBehind _ -> new OutOfService("the box is behind its own records");
            case Outcome.Current _ -> new StepAnswer.Current();
            case Outcome.Retried(var request) -> again(subject, request);
            case Outcome.IssuedEarlier(var request) -> new StepAnswer.IssuedEarlier(request);
            case Outcome.Conflict _ -> new Refused(new Refusal.Conflict());
            case Outcome.SequenceGap(long expected) ->
                    new Refused(new Refusal.SequenceGap(expected));
            case Outcome.Refused(var refusal) -> new Refused(refusal);
            case Outcome.Taken(var step) -> done(step);
        };
    }

    /// The last step as the journal has it: it may be a later one than the ruling was about, which
    /// is as good.
    private StepAnswer redo(String subject) {
        return switch (log.last(subject)) {
            case Recalled.Found(var last) ->
                    new StepAnswer.Redo(
                            last.counter(),
                            last.record(),
                            last.request(),
                            last.reply(),
                            last.time());
            case Recalled.Damaged _ -> new StepAnswer.Locked(Evidence.DAMAGED);
            case Recalled.Nothing _ -> throw new AssertionError("its slot was there");
        };
    }

    /// Another step may have come since the ruling.
    private StepAnswer again(String subject, RequestKey request) {
        return switch (log.last(subject)) {
            case Recalled.Found(var last) ->
                    last.request().samePlace(request)
                            ? done(last)
                            : new StepAnswer.IssuedEarlier(request);
            case Recalled.Damaged _ -> new StepAnswer.Locked(Evidence.DAMAGED);
            case Recalled.Nothing _ -> throw new AssertionError("its slot was there");
        };
    }

    private static StepAnswer done(Advance step) {
        return new Done(step.counter(), step.record(), step.request(), step.reply(), step.time());
    }

    /// Notes that bytes came through the wall that are no request.
    public static void unreadable(FreshnessLog log) {
        log.note(Kind.MALFORMED, "box", "bytes that are no request");
    }
}
