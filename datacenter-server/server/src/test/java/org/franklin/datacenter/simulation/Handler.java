package org.franklin.datacenter.simulation;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.records.Stepped;
import org.franklin.datacenter.function.records.Way;
import org.franklin.datacenter.function.records.Way.Heard;
import org.franklin.datacenter.function.records.Way.Move;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;

import java.util.Optional;

/// A function server's handler of one errand: it goes the production [Way], and before and behind
/// it as `DispensePostage` and `RecordSteps` do, but a move at a time.
final class Handler {

    private enum Phase {
        LOOKUP,
        WAY,
        /// It has written, and waits for the commit.
        WRITTEN,
        DONE
    }

    private final Errand errand;
    private final int server;
    private final SimulatedDatabase database;
    private final Wall wall;
    private Phase phase = Phase.LOOKUP;
    private Way way = Way.begin();
    private Optional<Heard> afterCommit = Optional.empty();
    private Optional<Answer> answer = Optional.empty();

    Handler(Errand errand, int server, SimulatedDatabase database, Wall wall) {
        this.errand = errand;
        this.server = server;
        this.database = database;
        this.wall = wall;
    }

    Errand errand() {
        return errand;
    }

    int server() {
        return server;
    }

    Optional<Answer> answer() {
        return answer;
    }

    /// Makes its next move; false if it must wait for the database.
    boolean move() {
        return switch (phase) {
            case LOOKUP -> {
                lookUp();
                yield true;
            }
            case WAY -> go();
            case WRITTEN, DONE -> false;
        };
    }

    /// The next request to the box, if its next move is one.
    Optional<MeterBoxRequest> asking() {
        return phase == Phase.WAY && way.move() instanceof Move.Show(var record)
                ? Optional.of(request(record))
                : Optional.empty();
    }

    private MeterBoxRequest request(Bytes record) {
        return new MeterBoxRequest.Step(record, way.confirmation(), errand.step());
    }

    private void lookUp() {
        stored().ifPresentOrElse(
                        step -> end(settled(step.request(), step.reply())),
                        () -> phase = Phase.WAY);
    }

    private Optional<StoredStep> stored() {
        return errand.place().flatMap(place -> database.step(errand.serial(), place));
    }

    private boolean go() {
        switch (way.move()) {
            case Move.Read _ -> {
                if (way.alone() && !database.lock(this)) {
                    return false;
                }
                hear(new Heard.Row(database.record(errand.serial())));
            }
            case Move.Show(var record) -> show(record);
            case Move.Store store -> {
                if (database.isLockedFor(this)) {
                    return false;
                }
                var link = store.link();
                await(
                        new Heard.Kept(
                                database.store(this, errand.serial(), link.record(), link.step())));
            }
            case Move.Recall(var request) -> {
                if (database.isLockedFor(this)) {
                    return false;
                }
                recall(request);
            }
            case Move.End(var stepped) -> end(answer(stepped));
            case Move.Sound _ -> throw new AssertionError("something was asked");
        }
        return true;
    }

    private void show(Bytes record) {
        if (wall.ask(request(record)) instanceof MeterBoxAnswer.Stepped(var said)) {
            if (isOwn(record)
                    && said instanceof StepAnswer.Refused(var refusal)
                    && !(refusal instanceof Refusal.DeviceNotEnrolled)) {
                wall.ledger().refused(errand, refusal);
            }
            hear(new Heard.Answer(said, isOwn(record)));
            return;
        }
        throw new AssertionError("the box answered another question");
    }

    private boolean isOwn(Bytes record) {
        return SignedRecord.body(MeterRecord.class, record)
                        instanceof Decoded.Valid<MeterRecord>(var claimed)
                && claimed.serial().equals(errand.serial());
    }

    private void recall(RequestKey request) {
        var row = database.step(errand.serial(), request);
        if (row.isPresent()) {
            hear(new Heard.Recalled(row));
            return;
        }
        var archived = wall.find(errand.serial(), request);
        if (archived.isEmpty()) {
            hear(new Heard.Recalled(archived));
            return;
        }
        database.restore(this, errand.serial(), archived.orElseThrow());
        await(new Heard.Recalled(archived));
    }

    private void hear(Heard heard) {
        way = way.next(heard);
        way.alarms().forEach(wall::ring);
        if (!(way.move() instanceof Move.Show || way.move() instanceof Move.Store)) {
            database.unlock(this);
        }
    }

    private void await(Heard heard) {
        afterCommit = Optional.of(heard);
        phase = Phase.WRITTEN;
    }

    void committed() {
        phase = Phase.WAY;
        database.unlock(this);
        hear(afterCommit.orElseThrow());
    }

    /// The database fails under it.
    void fault() {
        end(new Answer.Pending());
    }

    private Answer answer(Stepped stepped) {
        return switch (stepped) {
            case Stepped.Taken(var taker, var reply) -> settled(taker, reply);
            case Stepped.Refused(Refusal.DeviceNotEnrolled refusal) ->
                    unlessServed(new Answer.Refused(refusal));
            case Stepped.Refused(var refusal) -> new Answer.Refused(refusal);
            case Stepped.Locked _ -> unlessServed(new Answer.Locked());
            case Stepped.Pending _ -> new Answer.Pending();
            case Stepped.Unknown _ -> throw new AssertionError("no record was deleted");
        };
    }

    private Answer unlessServed(Answer otherwise) {
        return stored().or(() -> errand.place().flatMap(place -> wall.find(errand.serial(), place)))
                .map(step -> settled(step.request(), step.reply()))
                .orElse(otherwise);
    }

    private Answer settled(RequestKey taker, Bytes reply) {
        boolean its =
                errand.place().map(RequestKey::request).equals(Optional.of(taker.request()))
                        || errand.isCancel()
                        || MeterReply.decode(reply).orThrow() instanceof MeterReply.Voided;
        return its ? new Answer.Answered(reply) : new Answer.Refused(new Refusal.Conflict());
    }

    private void end(Answer given) {
        answer = Optional.of(given);
        phase = Phase.DONE;
        database.unlock(this);
    }

    @Override
    public String toString() {
        String at = phase == Phase.WAY ? way.move().getClass().getSimpleName() : phase.toString();
        return errand + " (server " + server + ") " + at;
    }
}
