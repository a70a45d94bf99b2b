package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.KEY;
import static org.franklin.box.freshness.journal.Steps.assertHolds;
import static org.franklin.box.freshness.journal.Steps.counter;
import static org.franklin.box.freshness.journal.Steps.manufactured;
import static org.franklin.box.freshness.journal.Steps.open;
import static org.franklin.box.freshness.journal.Steps.openSmall;
import static org.franklin.box.freshness.journal.Steps.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.concurrent.TimeUnit.MINUTES;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.disk.LyingDisk;
import org.franklin.box.freshness.disk.WatchedDisk;
import org.franklin.box.freshness.journal.Staging.Wish;
import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

@Timeout(value = 5, unit = MINUTES)
class GroupCommitTest {

    private static final int METERS = 40;
    private static final int ROUNDS = 25;

    @TempDir private Path dir;

    @Test
    void answersEachOfManyCallersOnceAndKeepsAllThatWon() throws Exception {
        var disk = manufactured(7);
        var journal = openSmall(disk);
        var callers = new ArrayList<Callable<Long>>();
        for (int caller = 0; caller < METERS * 2; caller++) {
            String meter = "meter " + caller % METERS;
            callers.add(() -> raced(journal, meter));
        }
        long won = all(callers).stream().mapToLong(Long::longValue).sum();

        assertEquals((long) METERS * ROUNDS, won);
        disk.cutPower();
        var again = openSmall(disk);
        assertTrue(again.fault().isEmpty());
        for (int meter = 0; meter < METERS; meter++) {
            assertHolds(again, "meter " + meter, ROUNDS - 1, "meter " + meter);
        }
    }

    /// Two callers race for each step of a meter: one wins it, the other one goes on behind it.
    private static long raced(LocalJournal journal, String meter) {
        long won = 0;
        for (long counter = 0; counter < ROUNDS; counter++) {
            switch (journal.commit(List.of(step(meter, counter))).getFirst()) {
                case Won _ -> won++;
                case Lost _ -> assertTrue(counter(journal, meter) >= counter, "lost to nobody");
                case Unknown(var reason) -> throw new AssertionError(reason);
            }
            if (counter % 10 == 0) {
                journal.note(BoxEvent.Kind.REDO, meter, "raced");
            }
        }
        return won;
    }

    @Test
    void worksOnARealDiskWithInterruptedCallers() throws Exception {
        var disk = new FolderDisk(dir);
        LocalJournal.create(disk, JOURNAL, KEY);
        try (var journal = open(disk)) {
            var callers = new ArrayList<Callable<Committed>>();
            for (int meter = 0; meter < 100; meter++) {
                var first = step("meter " + meter, 0);
                callers.add(() -> {
                    Thread.currentThread().interrupt();
                    return journal.commit(List.of(first)).getFirst();
                });
            }
            for (Committed outcome : all(callers)) {
                assertInstanceOf(Won.class, outcome);
            }
            assertTrue(journal.fault().isEmpty());
        }
        try (var again = open(disk)) {
            assertHolds(again, "meter 99", 0, "after a restart");
        }
    }

    @Test
    void writesInOneFrameWhatQueuedMeanwhileAndSwapsInsideIt() throws Exception {
        var held = new Held(manufactured(3));
        var journal = held.open();
        held.holdNextForce();
        var first = new Caller(() -> journal.commit(List.of(step("meter 1", 0))));
        held.awaitForce();
        var rivals =
                IntStream.range(0, 50)
                        .mapToObj(
                                _ -> new Caller(() -> journal.commit(List.of(step("meter 2", 0)))))
                        .toList();
        var chained = new Caller(() -> journal.commit(List.of(step("meter 1", 1))));
        awaitQueued(journal::waiting, 51);

        assertEquals(-1, counter(journal, "meter 1"), "nothing counts before it is durable");
        int forces = held.forces();
        held.letGo();
        assertInstanceOf(Won.class, first.outcome());
        assertEquals(1, rivals.stream().map(Caller::outcome).filter(Won.class::isInstance).count());
        // Its predecessor was durable when its own group was put together.
        assertInstanceOf(Won.class, chained.outcome());
        assertEquals(forces + 1, held.forces(), "one write for all who queued");
    }

    @Test
    void answersWhoLostToAStepInTheSameGroupWithTheFateOfTheGroup() throws Exception {
        var held = new Held(manufactured(3));
        var journal = held.open();
        held.holdNextForce();
        var first = new Caller(() -> journal.commit(List.of(step("meter 1", 0))));
        held.awaitForce();
        var rivals =
                IntStream.range(0, 5)
                        .mapToObj(
                                _ -> new Caller(() -> journal.commit(List.of(step("meter 2", 0)))))
                        .toList();
        awaitQueued(journal::waiting, 5);
        held.fail(held.forces() + 1);
        held.letGo();

        assertInstanceOf(Won.class, first.outcome());
        for (Caller rival : rivals) {
            assertInstanceOf(Unknown.class, rival.outcome());
        }
        assertTrue(journal.slot("meter 2").isEmpty());
    }

    @Test
    void boundsAGroupByCountAndByBytes() throws Exception {
        assertEquals(2, writesFor(300, 10));
        assertEquals(1, writesFor(256, 10));
        assertEquals(3, writesFor(5, 250_000));
        assertEquals(2, writesFor(2, 600_000));
    }

    /// How many frames it takes to write what queued, each step with a record and a reply of so
    /// many bytes.
    private static int writesFor(int steps, int bytes) throws IOException {
        var held = new Held(manufactured(3));
        var journal = held.open();
        held.holdNextForce();
        var first = new Caller(() -> journal.commit(List.of(step("meter 0", 0))));
        held.awaitForce();
        var filling = Bytes.of(new byte[bytes]);
        var queued =
                IntStream.rangeClosed(1, steps)
                        .mapToObj(i -> step("meter " + i, 0))
                        .map(step ->
                                new Advance(
                                        step.subject(),
                                        0,
                                        step.from(),
                                        filling,
                                        step.request(),
                                        filling,
                                        step.time()))
                        .map(step -> new Caller(() -> journal.commit(List.of(step))))
                        .toList();
        awaitQueued(journal::waiting, steps);
        int before = held.forces();
        held.letGo();
        assertInstanceOf(Won.class, first.outcome());
        queued.forEach(caller -> assertInstanceOf(Won.class, caller.outcome()));
        return held.forces() - before;
    }

    @Test
    void letsNoMoreCallersIntoTheQueueThanItsBound() throws Exception {
        var writing = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var queue =
                new CommitQueue(group -> {
                    writing.countDown();
                    Held.await(released);
                    group.forEach(offer ->
                            offer.answer(Collections.nCopies(offer.wishes().size(), new Won())));
                    return () -> {};
                });
        List<Wish> wish = List.of(new Wish.Take(step("meter 1", 0)));
        var first = new Caller(() -> queue.pass(wish));
        Held.await(writing);
        var callers = IntStream.range(0, 5_000).mapToObj(_ -> new Caller(() -> queue.pass(wish)));
        var waiting = callers.toList();
        awaitQueued(queue::waiting, 16 * CommitQueue.MOST_WISHES);
        waiting.forEach(Caller::awaitWaiting);

        assertEquals(16 * CommitQueue.MOST_WISHES, queue.waiting());
        released.countDown();
        assertInstanceOf(Won.class, first.outcome());
        waiting.forEach(caller -> assertInstanceOf(Won.class, caller.outcome()));
        assertEquals(0, queue.waiting());
    }

    @Test
    void answersEvenThoseWhoHadToWaitForRoom() throws Exception {
        var disk = manufactured(5);
        var journal = open(disk);
        var callers =
                IntStream.range(0, 6_000)
                        .<Callable<Committed>>mapToObj(i ->
                                () -> journal.commit(List.of(step("meter " + i, 0))).getFirst())
                        .toList();

        for (Committed outcome : all(callers)) {
            assertInstanceOf(Won.class, outcome);
        }
    }

    @Test
    void closesWhenAllWhoQueuedAreAnswered() throws Exception {
        var disk = manufactured(5);
        var journal = openSmall(disk);
        var callers = new ArrayList<Callable<Committed>>();
        for (int i = 0; i < 200; i++) {
            var first = step("meter " + i, 0);
            boolean closes = i == 100;
            callers.add(() -> {
                if (closes) {
                    journal.close();
                }
                return journal.commit(List.of(first)).getFirst();
            });
        }
        var outcomes = all(callers);

        var again = openSmall(disk);
        for (int i = 0; i < 200; i++) {
            boolean won = outcomes.get(i) instanceof Won;
            assertEquals(won, again.slot("meter " + i).isPresent(), "meter " + i);
        }
    }

    @Test
    void lockedInTheSameGroupMeansNoStep() throws Exception {
        var held = new Held(manufactured(3));
        var journal = held.open();
        journal.commit(List.of(step("meter 2", 0)));
        held.holdNextForce();
        var first = new Caller(() -> journal.commit(List.of(step("meter 1", 0))));
        held.awaitForce();
        var locking =
                new Caller(() -> {
                    journal.latch("meter 2", Evidence.FORKED);
                    return List.of(new Won());
                });
        awaitQueued(journal::waiting, 1);
        var late = new Caller(() -> journal.commit(List.of(step("meter 2", 1))));
        awaitQueued(journal::waiting, 2);
        held.letGo();

        assertInstanceOf(Won.class, first.outcome());
        assertInstanceOf(Won.class, locking.outcome());
        assertInstanceOf(Lost.class, late.outcome());
        assertEquals(0, counter(journal, "meter 2"));
    }

    @Test
    void answersFromMemoryWhileAnFsyncRuns() throws Exception {
        var held = new Held(manufactured(3));
        var journal = held.open();
        journal.commit(List.of(step("meter 2", 0)));
        held.holdNextForce();
        var first = new Caller(() -> journal.commit(List.of(step("meter 1", 0))));
        held.awaitForce();

        assertHolds(journal, "meter 2", 0, "while another step is on its way");
        assertEquals(List.of(), journal.events(1, 10));
        held.letGo();
        assertInstanceOf(Won.class, first.outcome());
    }

    private static void awaitQueued(IntSupplier waiting, int count) {
        while (waiting.getAsInt() < count) {
            Thread.onSpinWait();
        }
    }

    /// A thread with one call, of which one sees whether it waits.
    private static final class Caller {

        private final CompletableFuture<Committed> outcome = new CompletableFuture<>();
        private final Thread thread;

        Caller(Supplier<List<Committed>> call) {
            thread = Thread.startVirtualThread(() -> outcome.complete(call.get().getFirst()));
        }

        /// Until it waits for its turn, for room, or for a lock.
        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        Committed outcome() {
            return outcome.join();
        }
    }

    private static <T> List<T> all(List<? extends Callable<T>> callers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(callers).stream().map(Future::resultNow).toList();
        }
    }

    /// A journal whose next fsync lasts until the test says so.
    private static final class Held {

        private final WatchedDisk disk;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final AtomicBoolean holds = new AtomicBoolean();
        private final AtomicInteger forces = new AtomicInteger();
        private volatile int failing;

        Held(LyingDisk disk) {
            this.disk = new WatchedDisk(disk);
            this.disk.listen(this::hold);
        }

        private void hold(String change) throws IOException {
            if (!change.equals("force " + JOURNAL)) {
                return;
            }
            if (forces.incrementAndGet() == failing) {
                throw new IOException("input/output error");
            }
            if (holds.compareAndSet(true, false)) {
                reached.countDown();
                await(released);
            }
        }

        LocalJournal open() throws IOException {
            return Steps.open(disk);
        }

        void holdNextForce() {
            holds.set(true);
        }

        void awaitForce() {
            await(reached);
        }

        /// The force of this number fails.
        void fail(int force) {
            failing = force;
        }

        void letGo() {
            released.countDown();
        }

        int forces() {
            return forces.get();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
