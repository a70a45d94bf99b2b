package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// The decision table of protocol 2.4, row by row, with a database that lies.
@ParameterizedClass
@EnumSource(Suite.class)
class MeterFreshnessTest {

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private MeterWorld world;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = MeterWorld.holding(dir, suite, Postage.ofDollars(10));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void answersALostAnswerWithTheSameBytes() {
        var letter = world.letter(1);
        var first = world.store(world.step(letter));

        assertEquals(first, world.step(letter));
        assertEquals(1, world.record().pieces());
    }

    @Test
    void givesADatabaseThatMissedTheLastStepThatStepAndNothingNew() throws IOException {
        Bytes before = world.current();
        var letter = world.letter(1);
        var lost = assertInstanceOf(Done.class, world.step(letter));
        world.restart();

        var redo = assertInstanceOf(Redo.class, world.step(before, letter));
        assertEquals(lost.record(), redo.record());
        assertEquals(lost.reply(), redo.reply());
        world.records.add(redo.record());
        assertEquals(lost, world.step(letter));
        world.store(world.step(world.letter(2)));
        assertEquals(2, world.record().pieces());
        assertTrue(latchEvents().isEmpty(), "a crash is no tampering");
    }

    @Test
    void servesANewRequestAfterTheRepairToo() {
        Bytes before = world.current();
        var first = world.letter(1);
        assertInstanceOf(Done.class, world.step(first));

        var redo = assertInstanceOf(Redo.class, world.step(before, world.letter(2)));
        world.records.add(redo.record());
        world.store(world.step(world.letter(2)));
        assertEquals(2, world.record().pieces());
    }

    @Test
    void refusesARecordWithAnyChangedByte() {
        byte[] record = world.current().toArray();
        for (int at = 0; at < record.length; at++) {
            byte[] changed = record.clone();
            changed[at] ^= 1;
            assertEquals(
                    new Tampered(Evidence.BAD_MAC),
                    world.step(Bytes.of(changed), world.letter(1)),
                    "byte " + at);
        }
        world.store(world.step(world.letter(1)));
        assertTrue(kinds().contains(Kind.TAMPERED_MAC));
    }

    @Test
    void letsASlowReaderThroughWithoutAnAlarm() {
        Bytes slow = world.current();
        world.store(world.step(world.letter(1)));
        world.store(world.step(world.letter(2)));

        var stale = assertInstanceOf(Stale.class, world.step(slow, world.letter(3)));
        assertEquals(world.record().counter(), stale.counter());
        world.store(world.confirm(world.current(), stale.confirmation(), world.letter(3)));
        assertTrue(latchEvents().isEmpty());
    }

    @Test
    void locksTheMeterWhenAnOldRecordIsConfirmed() throws IOException {
        Bytes old = world.current();
        world.store(world.step(world.letter(1)));
        world.store(world.step(world.letter(2)));

        var stale = assertInstanceOf(Stale.class, world.step(old, world.letter(3)));
        assertEquals(
                new Tampered(Evidence.ROLLED_BACK),
                world.confirm(old, stale.confirmation(), world.letter(3)));
        assertEquals(new Locked(Evidence.ROLLED_BACK), world.step(world.letter(3)));
        world.restart();
        assertEquals(new Locked(Evidence.ROLLED_BACK), world.step(world.letter(3)));
        assertTrue(kinds().contains(Kind.TAMPERED_ROLLBACK));
    }

    @Test
    void takesAConfirmationOnlyOnceAndOnlyItsOwn() {
        Bytes old = world.current();
        world.store(world.step(world.letter(1)));
        world.store(world.step(world.letter(2)));

        assertInstanceOf(Stale.class, world.confirm(old, 42, world.letter(3)));
        var stale = assertInstanceOf(Stale.class, world.step(old, world.letter(3)));
        world.store(world.confirm(world.current(), stale.confirmation(), world.letter(3)));
        world.store(world.step(world.letter(4)));
    }

    @Test
    void saysThatAnEarlierRequestWasIssuedAndFindsItsBytes() {
        var first = world.store(world.step(world.letter(1)));
        world.store(world.step(new MeterStep.Refill(world.voucher(2, Postage.ofDollars(1)))));

        var earlier = assertInstanceOf(IssuedEarlier.class, world.step(world.letter(1)));
        var found =
                assertInstanceOf(
                        MeterBoxAnswer.Found.class,
                        world.call(new MeterBoxRequest.Find(MeterWorld.SERIAL, earlier.request())));
        assertEquals(first.reply(), found.reply());
        assertInstanceOf(
                MeterBoxAnswer.NotFound.class,
                world.call(
                        new MeterBoxRequest.Find(
                                MeterWorld.SERIAL,
                                new RequestKey(1, 77, earlier.request().request()))));
    }

    @Test
    void stopsItselfWhenARecordIsAheadOfIt() throws IOException {
        Path saved = dir.resolve("saved.journal");
        Files.copy(world.journal(), saved);
        world.store(world.step(world.letter(1)));
        Bytes ahead = world.current();
        world.close();
        Files.copy(saved, world.journal(), StandardCopyOption.REPLACE_EXISTING);
        world.forgetSnapshots();
        world.start();

        assertInstanceOf(OutOfService.class, world.step(ahead, world.letter(2)));
        world.restart();
        assertInstanceOf(OutOfService.class, world.step(world.records.get(2), world.letter(1)));
        assertTrue(kinds().contains(Kind.BOX_BEHIND));
    }

    @Test
    void paysARequestOnceHoweverManyHandlersShowItAtOnce() throws Exception {
        Bytes record = world.current();
        var letter = world.letter(1);
        List<StepAnswer> answers;
        try (var handlers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    handlers
                            .invokeAll(
                                    IntStream.range(0, 64)
                                            .<Callable<StepAnswer>>mapToObj(
                                                    _ -> () -> world.step(record, letter))
                                            .toList())
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        var replies = answers.stream().map(MeterFreshnessTest::reply).distinct().toList();
        assertEquals(1, replies.size());
        assertEquals(1, answers.stream().filter(Done.class::isInstance).count());
        assertTrue(latchEvents().isEmpty());
    }

    @Test
    void looksAtARecordWithoutTouchingIt() {
        Bytes old = world.current();
        assertEquals(Standing.CURRENT, look(old));
        world.store(world.step(world.letter(1)));
        assertEquals(Standing.BEHIND_BY_ONE, look(old));
        world.store(world.step(world.letter(2)));
        assertEquals(Standing.STALE, look(old));
        byte[] changed = old.toArray();
        changed[40] ^= 1;
        assertEquals(Standing.BAD_MAC, look(Bytes.of(changed)));
        assertTrue(kinds().isEmpty());
    }

    private static Bytes reply(StepAnswer answer) {
        return switch (answer) {
            case Done done -> done.reply();
            case Redo redo -> redo.reply();
            default -> throw new AssertionError("neither done nor redone: " + answer);
        };
    }

    private Standing look(Bytes record) {
        return assertInstanceOf(
                        MeterBoxAnswer.Looked.class, world.call(new MeterBoxRequest.Look(record)))
                .standing();
    }

    private List<Kind> latchEvents() {
        return kinds().stream().filter(kind -> kind != Kind.REDO && kind != Kind.STALE).toList();
    }

    private List<Kind> kinds() {
        return assertInstanceOf(
                        MeterBoxAnswer.Events.class, world.call(new MeterBoxRequest.Events(1)))
                .events()
                .stream()
                .map(event -> event.kind())
                .toList();
    }
}
