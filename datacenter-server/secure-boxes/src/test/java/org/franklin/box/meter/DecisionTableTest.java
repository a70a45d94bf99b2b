package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Slot;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.Asked;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.record.Effect;
import org.franklin.box.record.Memory;
import org.franklin.box.record.Outcome;
import org.franklin.box.record.Ruling;
import org.franklin.box.record.Watch;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Each row of the decision table (protocol 2.4 and ruling 3): the outcome, by name, and what is
/// made durable before it leaves.
@ParameterizedClass
@EnumSource(Suite.class)
class DecisionTableTest {

    private static final long NONCE = 99;

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private MeterWorld world;
    private DecisionTable<MeterRecord, MeterStep> table;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = MeterWorld.holding(dir, suite, Postage.ofDollars(10));
        table = world.core().table();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takesTheNextRequestAndCommitsIt() {
        var ruling = rule(memory(), world.current(), world.letter(1));

        var taken = assertInstanceOf(Outcome.Taken.class, ruling.outcome());
        assertEquals(List.of(new Effect.Commit(taken.step())), ruling.effects());
        assertEquals(world.slot().hash(), taken.step().from());
        assertEquals(world.slot().counter() + 1, ruling.memory().slot().orElseThrow().counter());
        assertEquals(world.slot().hash(), ruling.memory().slot().orElseThrow().previous());
    }

    @Test
    void givesARetriedRequestNothingNew() {
        var letter = world.letter(1);
        Done done = world.store(world.step(letter));

        assertEquals(
                new Ruling(memory(), new Outcome.Retried(done.request()), List.of()),
                rule(memory(), world.current(), letter));
    }

    @Test
    void knowsARequestThatWasIssuedBeforeAnotherStep() {
        var letter = world.letter(1);
        Done done = world.store(world.step(letter));
        world.store(world.step(world.letter(2)));

        assertEquals(
                new Outcome.IssuedEarlier(done.request()),
                rule(memory(), world.current(), letter).outcome());
    }

    @Test
    void refusesAnotherRequestUnderAUsedNumberAndNotesIt() {
        world.store(world.step(world.letter(1)));
        var dearer = new MeterStep.Serve(world.signed(world.dispense(1, Postage.ofDollars(2), 1)));

        var ruling = rule(memory(), world.current(), dearer);

        assertEquals(new Outcome.Conflict(), ruling.outcome());
        assertEquals(List.of(Kind.CONFLICT), notes(ruling));
    }

    @Test
    void refusesAGapAndNotesItButLatchesNothing() {
        var ruling = rule(memory(), world.current(), world.letter(5));

        assertEquals(new Outcome.SequenceGap(1), ruling.outcome());
        assertEquals(List.of(Kind.SEQUENCE_GAP), notes(ruling));
        assertEquals(1, ruling.effects().size());
    }

    @Test
    void stopsTheBoxForAReceiptThatIsAheadOfIt() {
        Slot before = world.slot();
        Bytes record = world.current();
        var receipt = receipt(world.store(world.step(world.letter(1))));

        var ruling = rule(memory(before), record, witnessed(2, receipt));

        assertInstanceOf(Outcome.BoxBehind.class, ruling.outcome());
        assertTrue(ruling.memory().fault().isPresent());
        assertEquals(List.of(Kind.BOX_BEHIND), notes(ruling));
        assertInstanceOf(Effect.Stop.class, ruling.effects().getLast());
    }

    @Test
    void minesNothingFromAReceiptThatIsForgedOrNotAhead() {
        var receipt = receipt(world.store(world.step(world.letter(1))));
        assertInstanceOf(
                Outcome.Taken.class,
                rule(memory(), world.current(), witnessed(2, receipt)).outcome());

        Slot before = world.slot();
        Bytes record = world.current();
        var ahead = receipt(world.store(world.step(world.letter(2))));
        byte[] signature = ahead.signature().toArray();
        signature[5] ^= 1;
        var forged = new SignedReceipt(ahead.receipt(), ahead.certificate(), Bytes.of(signature));

        assertEquals(
                new Outcome.SequenceGap(2),
                rule(memory(before), record, witnessed(3, forged)).outcome());
    }

    @Test
    void givesTheLastStepAgainToADatabaseThatIsOneBehind() {
        Bytes before = world.current();
        world.store(world.step(world.letter(1)));

        var ruling = rule(memory(), before, world.letter(2));

        assertEquals(new Outcome.Redo(), ruling.outcome());
        assertEquals(List.of(Kind.REDO), notes(ruling));
    }

    @Test
    void asksForASecondLookAtAnOldRecord() {
        Bytes old = world.current();
        goTwoStepsOn();

        var ruling = rule(memory(), old, world.letter(3));

        assertEquals(new Outcome.Stale(world.slot().counter(), NONCE), ruling.outcome());
        assertEquals(NONCE, ruling.memory().watch().confirmation());
        assertEquals(List.of(Kind.STALE), notes(ruling));
    }

    @Test
    void latchesAMeterWhoseOldRecordIsConfirmed() {
        Bytes old = world.current();
        goTwoStepsOn();
        var first = rule(memory(), old, world.letter(3)).memory();

        var ruling = rule(first, old, world.letter(3), NONCE);

        assertEquals(new Outcome.RolledBack(), ruling.outcome());
        assertEquals(
                new Effect.Latch(MeterRecord.subject(MeterWorld.SERIAL), Evidence.ROLLED_BACK),
                ruling.effects().getLast());
        assertEquals(
                new Outcome.Latched(Evidence.ROLLED_BACK),
                rule(ruling.memory(), world.current(), world.letter(3)).outcome());
    }

    @Test
    void closesTheQuestionOnceTheLastRecordIsShown() {
        Bytes old = world.current();
        goTwoStepsOn();
        var asked = rule(memory(), old, world.letter(3)).memory();
        var answered = rule(asked, world.current(), world.cancel(3), NONCE);

        assertEquals(0, answered.memory().watch().confirmation());
    }

    @Test
    void stopsTheBoxForTwoRecordsWithOneCounter() {
        var one = taken(rule(memory(), world.current(), world.letter(1)));
        var other = rule(memory(), world.current(), world.cancel(1)).memory();

        var ruling = rule(other, one.step().record(), world.letter(2));

        assertEquals(new Outcome.Forked(), ruling.outcome());
        assertEquals(List.of(Kind.FORKED), notes(ruling));
        assertInstanceOf(Effect.Stop.class, ruling.effects().getLast());
    }

    @Test
    void stopsTheBoxForARecordThatIsAheadOfItOrUnknown() {
        Slot before = world.slot();
        world.store(world.step(world.letter(1)));

        assertInstanceOf(
                Outcome.BoxBehind.class,
                rule(memory(before), world.current(), world.letter(2)).outcome());
        assertInstanceOf(
                Outcome.BoxBehind.class,
                rule(
                                new Memory(Optional.empty(), Watch.NONE, Optional.empty()),
                                world.current(),
                                world.letter(2))
                        .outcome());
    }

    @Test
    void looksAtNothingElseInARecordWithAChangedByte() {
        byte[] changed = world.current().toArray();
        changed[changed.length / 2] ^= 1;

        var ruling = rule(memory(), Bytes.of(changed), world.letter(1));

        assertEquals(new Outcome.TamperedMac(), ruling.outcome());
        assertEquals(List.of(Kind.TAMPERED_MAC), notes(ruling));
    }

    @Test
    void saysThatTheBoxIsOutOfServiceBeforeAnythingElse() {
        var stopped = new Memory(Optional.of(world.slot()), Watch.NONE, Optional.of("no disk"));

        assertEquals(
                Ruling.of(stopped, new Outcome.OutOfService("no disk")),
                rule(stopped, Bytes.EMPTY, world.letter(1)));
    }

    @Test
    void answersThatARecordIsTheLastOneWhenNothingIsAsked() {
        var asked = new Asked<MeterStep>(Optional.empty(), 0, world.now, NONCE);

        assertEquals(
                Ruling.of(memory(), new Outcome.Current()),
                table.rule(memory(), table.read(world.current()), asked));
    }

    @Test
    void leavesTheNumberOpenAfterAnHonestNo() {
        var dear = new MeterStep.Serve(world.signed(world.dispense(1, Postage.ofDollars(11), 1)));

        assertEquals(
                Ruling.of(
                        memory(),
                        new Outcome.Refused(new Refusal.InsufficientFunds(Postage.ofDollars(10)))),
                rule(memory(), world.current(), dear));
        assertInstanceOf(
                Outcome.Taken.class, rule(memory(), world.current(), world.letter(1)).outcome());
    }

    @Test
    void saysTheSameEachTimeThatItIsAsked() {
        var first = taken(rule(memory(), world.current(), world.cancel(1)));
        var second = taken(rule(memory(), world.current(), world.cancel(1)));

        assertEquals(first.step().record(), second.step().record());
        assertEquals(
                new RequestKey(1, 1, first.step().request().request()), second.step().request());
    }

    @Test
    void ringsOnceWhenAnOldRecordIsShownAgainAndAgainWithoutASecondLook() {
        Bytes old = world.current();
        goTwoStepsOn();
        var memory = memory();
        var kinds = Stream.<Kind>builder();
        for (int i = 0; i < 20; i++) {
            var ruling = rule(memory, old, world.letter(3));
            notes(ruling).forEach(kinds);
            memory = ruling.memory();
        }

        assertEquals(1, kinds.build().filter(Kind.UNCONFIRMED::equals).count());
    }

    @Test
    void ringsWhenTooManyStepsOfAnHourWereMissed() {
        var memory = memory();
        var kinds = Stream.<Kind>builder();
        for (int sequence = 1; sequence <= 10; sequence++) {
            Bytes before = world.current();
            world.store(world.step(world.letter(sequence)));
            memory = new Memory(Optional.of(world.slot()), memory.watch(), Optional.empty());
            // The same miss, seen by two handlers, counts once.
            for (int handler = 0; handler < 2; handler++) {
                var ruling = rule(memory, before, world.letter(sequence + 1));
                notes(ruling).forEach(kinds);
                memory = ruling.memory();
            }
        }

        assertEquals(1, kinds.build().filter(Kind.OFTEN_BEHIND::equals).count());
    }

    private void goTwoStepsOn() {
        world.store(world.step(world.letter(1)));
        world.store(world.step(world.letter(2)));
    }

    private MeterStep witnessed(long sequence, SignedReceipt carried) {
        return new MeterStep.Witnessed(
                world.signed(world.dispense(sequence, Postage.ofCents(74), 1)), carried);
    }

    private static SignedReceipt receipt(Done done) {
        return MeterReply.decode(done.reply()).orThrow().receipt();
    }

    private static Outcome.Taken taken(Ruling ruling) {
        return assertInstanceOf(Outcome.Taken.class, ruling.outcome());
    }

    private static List<Kind> notes(Ruling ruling) {
        return ruling.effects().stream()
                .filter(Effect.Note.class::isInstance)
                .map(effect -> ((Effect.Note) effect).kind())
                .toList();
    }

    private Memory memory() {
        return memory(world.slot());
    }

    private static Memory memory(Slot slot) {
        return new Memory(Optional.of(slot), Watch.NONE, Optional.empty());
    }

    private Ruling rule(Memory memory, Bytes record, MeterStep step) {
        return rule(memory, record, step, 0);
    }

    private Ruling rule(Memory memory, Bytes record, MeterStep step, long confirmation) {
        return table.rule(
                memory,
                table.read(record),
                new Asked<>(Optional.of(step), confirmation, world.now, NONCE));
    }
}
