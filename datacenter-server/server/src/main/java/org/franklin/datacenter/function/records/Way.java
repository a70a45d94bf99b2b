package org.franklin.datacenter.function.records;

import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.IssuedEarlier;
import org.franklin.box.StepAnswer.Locked;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.StepAnswer.Redo;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.StepAnswer.Stale;
import org.franklin.box.StepAnswer.Tampered;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.util.List;
import java.util.Optional;

/// The way of one handler with one step (`protocol`, 2.3, FS 1 to 3, and 2.4), as a pure function:
/// from what it has just heard to what it does next. [RecordSteps] goes it with a real database and
/// a real box, the exhaustive checker with every accident in between.
///
/// A round reads the record, shows it and stores what came of it. Rounds that are `alone` hold the
/// database's lock for writing from the reading to the storing: nobody else can then be the reason
/// why a record is old.
public record Way(int rounds, boolean alone, long confirmation, Move move, List<Alarm> alarms) {

    /// Rounds in which other handlers may come between, then rounds in which none can.
    private static final int FREE_ROUNDS = 3;

    /// Each round that fails, fails because another handler went a step; so somebody gets on.
    private static final int MOST_ROUNDS = 32;

    /// What a handler does next.
    public sealed interface Move {

        /// Begins a round.
        record Read() implements Move {}

        /// Shows the record to the box, with the step or without one.
        record Show(Bytes record) implements Move {}

        /// Stores what the box gave; `last` if it answers the step itself. `shown` was shown.
        record Store(Link link, boolean last, Bytes shown) implements Move {}

        /// Fetches the reply to an earlier request, from the database, else from the box's archive.
        record Recall(RequestKey request) implements Move {}

        record End(Stepped stepped) implements Move {}

        /// Nothing was asked, and the record is the one that the box wrote last.
        record Sound() implements Move {}
    }

    /// What a handler hears.
    public sealed interface Heard {

        /// `before` is the step that took the place of what is asked, by the same snapshot.
        record Row(Optional<StoredRecord> row, Optional<StoredStep> before) implements Heard {}

        /// `own` is false where the record that was shown is another owner's.
        record Answer(StepAnswer answer, boolean own) implements Heard {}

        record Kept(Storing storing) implements Heard {}

        record Recalled(Archived archived) implements Heard {}
    }

    /// Evidence of tampering, about a record that was shown.
    public record Alarm(String evidence, Bytes shown) {}

    public Way {
        alarms = List.copyOf(alarms);
    }

    public static Way begin() {
        return new Way(1, false, 0, new Move.Read(), List.of());
    }

    /// The move must be one that hears this.
    public Way next(Heard heard) {
        return switch (heard) {
            case Heard.Row(var row, var before) ->
                    before.map(Way::taken)
                            .map(this::end)
                            .or(() -> row.map(found -> to(new Move.Show(found.record()))))
                            .orElseGet(() -> end(new Stepped.Unknown()));
            case Heard.Answer(var answer, boolean own) -> answered(answer, own, shown());
            case Heard.Kept(var storing) -> kept((Move.Store) move, storing);
            case Heard.Recalled(Archived.Step(var step)) -> end(taken(step));
            case Heard.Recalled(Archived.Nothing _), Heard.Recalled(Archived.Unreadable _) ->
                    end(new Stepped.Pending());
        };
    }

    /// Leaves the record unshown: asking again is safe.
    Way giveUp() {
        return end(new Stepped.Pending());
    }

    private Bytes shown() {
        return ((Move.Show) move).record();
    }

    private Way answered(StepAnswer answer, boolean own, Bytes shown) {
        return switch (answer) {
            case Done done -> to(new Move.Store(Link.of(done), true, shown));
            case Redo redo ->
                    own ? to(new Move.Store(Link.of(redo), false, shown)) : anothers(shown);
            case Stale(_, long number) -> own ? round(number) : anothers(shown);
            case IssuedEarlier(var request) -> to(new Move.Recall(request));
            case Tampered(var evidence) ->
                    end(new Stepped.Locked(), new Alarm(evidence.name(), shown));
            case Locked _ -> end(new Stepped.Locked());
            // An earlier call for the same step may have been taken before the box broke.
            case OutOfService _ -> end(new Stepped.Pending());
            case Refused(var refusal) -> own ? end(new Stepped.Refused(refusal)) : anothers(shown);
            case StepAnswer.Current _ -> to(new Move.Sound());
        };
    }

    /// A record that lies in another owner's row says nothing about its own row.
    private Way anothers(Bytes shown) {
        return end(new Stepped.Locked(), new Alarm("ANOTHERS_RECORD", shown));
    }

    private Way kept(Move.Store store, Storing storing) {
        Way after = store.last() ? end(taken(store.link().step())) : round(0);
        return storing == Storing.REPLACED_ANOTHER
                ? after.ringing(new Alarm("ANOTHER_STEP", store.shown()))
                : after;
    }

    private Way round(long number) {
        if (rounds == MOST_ROUNDS) {
            return end(new Stepped.Pending());
        }
        boolean locked = number != 0 || rounds >= FREE_ROUNDS;
        return new Way(rounds + 1, locked, number, new Move.Read(), List.of());
    }

    private static Stepped taken(StoredStep step) {
        return new Stepped.Taken(step.request(), step.reply());
    }

    private Way end(Stepped stepped, Alarm... ringing) {
        return new Way(rounds, alone, confirmation, new Move.End(stepped), List.of(ringing));
    }

    private Way to(Move next) {
        return new Way(rounds, alone, confirmation, next, List.of());
    }

    private Way ringing(Alarm alarm) {
        return new Way(rounds, alone, confirmation, move, List.of(alarm));
    }
}
