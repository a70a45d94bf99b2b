package org.franklin.datacenter.function.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.datacenter.database.journal.StoredRecord;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.database.journal.Storing;
import org.franklin.datacenter.function.records.Way.Heard;
import org.franklin.datacenter.function.records.Way.Move;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Each turn of a handler's way, by itself.
class WayTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Bytes RECORD = Bytes.ofHex("aa");
    private static final Bytes NEXT = Bytes.ofHex("bb");
    private static final Bytes REPLY = Bytes.ofHex("cc");
    private static final RequestKey KEY = new RequestKey(1, 7, Hash.NONE);
    private static final StoredStep STEP = new StoredStep(5, KEY, REPLY, NOON);
    private static final StepAnswer DONE = new StepAnswer.Done(5, NEXT, KEY, REPLY, NOON);
    private static final StepAnswer REDO = new StepAnswer.Redo(5, NEXT, KEY, REPLY, NOON);

    @Test
    void readsFirstAndShowsWhatItReads() {
        assertEquals(new Move.Read(), Way.begin().move());
        assertEquals(new Move.Show(RECORD), showing().move());
        assertFalse(showing().alone());
    }

    @Test
    void endsWhereThereIsNoSuchRecord() {
        var way = Way.begin().next(new Heard.Row(Optional.empty(), Optional.empty()));

        assertEquals(new Move.End(new Stepped.Unknown()), way.move());
    }

    @Test
    void asksTheBoxForNothingThatItsSnapshotHasAnsweredAlready() {
        var way = Way.begin().next(new Heard.Row(Optional.of(row()), Optional.of(STEP)));

        assertEquals(new Move.End(new Stepped.Taken(KEY, REPLY)), way.move());
    }

    @Test
    void storesAStepBeforeItAnswers() {
        var stored = answered(DONE);
        assertTrue(assertInstanceOf(Move.Store.class, stored.move()).last());

        var way = stored.next(new Heard.Kept(Storing.STORED));

        assertEquals(new Move.End(new Stepped.Taken(KEY, REPLY)), way.move());
        assertEquals(List.of(), way.alarms());
    }

    @Test
    void storesWhatTheDatabaseLackedAndBeginsAnotherRound() {
        var stored = answered(REDO);
        assertFalse(assertInstanceOf(Move.Store.class, stored.move()).last());

        assertEquals(new Move.Read(), stored.next(new Heard.Kept(Storing.STORED)).move());
    }

    @Test
    void looksAgainUnderTheLockAtARecordThatIsOld() {
        var way = answered(new StepAnswer.Stale(9, 42));

        assertEquals(new Move.Read(), way.move());
        assertTrue(way.alone());
        assertEquals(42, way.confirmation());
        assertEquals(List.of(), way.alarms());
    }

    @Test
    void ringsForTamperingAndNotForALockThatIsKnown() {
        var tampered = answered(new StepAnswer.Tampered(Evidence.ROLLED_BACK));
        assertEquals(new Move.End(new Stepped.Locked()), tampered.move());
        assertEquals(List.of(new Way.Alarm("ROLLED_BACK", RECORD)), tampered.alarms());

        var locked = answered(new StepAnswer.Locked(Evidence.ROLLED_BACK));
        assertEquals(new Move.End(new Stepped.Locked()), locked.move());
        assertEquals(List.of(), locked.alarms());
    }

    @Test
    void believesNothingThatIsSaidOfAnothersRecordInThisRow() {
        Stream.of(
                        REDO,
                        new StepAnswer.Stale(9, 42),
                        new StepAnswer.Refused(new Refusal.DeviceNotEnrolled()))
                .map(answer -> showing().next(new Heard.Answer(answer, false)))
                .forEach(way -> {
                    assertEquals(new Move.End(new Stepped.Locked()), way.move());
                    assertEquals(List.of(new Way.Alarm("ANOTHERS_RECORD", RECORD)), way.alarms());
                });
    }

    @Test
    void ringsWhenTheTablesHeldSomethingElseInAStepsPlace() {
        var way = answered(DONE).next(new Heard.Kept(Storing.REPLACED_ANOTHER));

        assertEquals(new Move.End(new Stepped.Taken(KEY, REPLY)), way.move());
        assertEquals(List.of(new Way.Alarm("ANOTHER_STEP", RECORD)), way.alarms());
    }

    @Test
    void recallsAnEarlierReplyAndNeverSaysThatNothingWasDoneIfItCannot() {
        var recalling = answered(new StepAnswer.IssuedEarlier(KEY));
        assertEquals(new Move.Recall(KEY), recalling.move());

        assertEquals(
                new Move.End(new Stepped.Taken(KEY, REPLY)),
                recalling.next(new Heard.Recalled(new Archived.Step(STEP))).move());
        Stream.of(new Archived.Nothing(), new Archived.Unreadable())
                .map(archived -> recalling.next(new Heard.Recalled(archived)))
                .forEach(way -> assertEquals(new Move.End(new Stepped.Pending()), way.move()));
    }

    @Test
    void leavesItOpenWhatABrokenBoxHasDone() {
        assertEquals(
                new Move.End(new Stepped.Pending()),
                answered(new StepAnswer.OutOfService("no disk")).move());
    }

    @Test
    void triesAloneAfterAFewRoundsAndEndsAfterMany() {
        var way = Way.begin();
        int rounds = 0;
        while (way.move() instanceof Move.Read) {
            rounds++;
            assertEquals(rounds > 3, way.alone(), "round " + rounds);
            way =
                    way.next(new Heard.Row(Optional.of(row()), Optional.empty()))
                            .next(new Heard.Answer(REDO, true))
                            .next(new Heard.Kept(Storing.STORED));
        }

        assertEquals(new Move.End(new Stepped.Pending()), way.move());
        assertEquals(32, rounds);
    }

    private static Way showing() {
        return Way.begin().next(new Heard.Row(Optional.of(row()), Optional.empty()));
    }

    private static Way answered(StepAnswer answer) {
        return showing().next(new Heard.Answer(answer, true));
    }

    private static StoredRecord row() {
        return new StoredRecord(4, RECORD);
    }
}
