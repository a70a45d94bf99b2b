package org.franklin.datacenter.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;

/// Over a real file. An outside connection tells what is committed.
class WriterTest {

    private static final String INSERT = "INSERT INTO certificate VALUES (?, 1, ?)";
    private static final String COUNT = "SELECT COUNT(*) AS n FROM certificate";

    @TempDir Path dir;

    private Path file;
    private Connection outside;
    private Writer writer;
    private volatile boolean diskIsAway;

    @BeforeEach
    void open() throws SQLException {
        file = dir.resolve("franklin.db");
        SqliteDatabase.create(file).close();
        outside = connection();
        try (var statement = outside.createStatement()) {
            statement.execute(
                    "CREATE TABLE promise (number INTEGER NOT NULL"
                            + " REFERENCES certificate (number) DEFERRABLE INITIALLY DEFERRED)");
        }
        writer = new Writer(this::session, new Writer.Bounds(4, 8));
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        outside.close();
    }

    @Test
    void answersManyThreadsEachWithItsOwnResultWhenItIsDurable() throws Exception {
        var roomy = new Writer(this::session, Writer.Bounds.USUAL);
        var tasks = new ArrayList<FutureTask<Boolean>>();
        for (int thread = 0; thread < 16; thread++) {
            int from = thread * 20;
            tasks.add(
                    started(() -> {
                        for (int number = from; number < from + 20; number++) {
                            int own = number;
                            int answer =
                                    roomy.write(in -> in.update(INSERT, own, Bytes.EMPTY) + own);
                            assertEquals(own + 1, answer);
                            assertTrue(isCommitted(own));
                        }
                        return true;
                    }));
        }
        for (var task : tasks) {
            assertTrue(task.get());
        }
        roomy.close();
        assertEquals(320, committed());
    }

    @Test
    void commitsTogetherWhatCameWhileItWasBusyInOrderAndWithinTheBound() throws Exception {
        var waiting =
                queued(
                        Stream.<Function<Transaction, Long>>generate(
                                        () -> this::addAndTellCommitted)
                                .limit(6)
                                .toList());

        assertEquals(List.of(0L, 0L, 0L, 0L, 4L, 4L), results(waiting));
    }

    @Test
    void harmsNobodyWithWorkThatFails() throws Exception {
        var waiting =
                queued(
                        List.of(
                                in -> in.update(INSERT, 1, Bytes.EMPTY),
                                in -> {
                                    in.update(INSERT, 2, Bytes.EMPTY);
                                    throw new IllegalStateException("work that fails");
                                },
                                in -> {
                                    in.update(INSERT, 3, Bytes.EMPTY);
                                    assertThrows(DatabaseFault.class, () -> in.update("NOT SQL"));
                                    assertThrows(
                                            DatabaseFault.class,
                                            () -> in.update(INSERT, 4, Bytes.EMPTY));
                                    return 0;
                                },
                                in -> in.update(INSERT, 5, Bytes.EMPTY)));

        assertEquals(1, waiting.get(0).get());
        assertEquals("work that fails", failure(waiting.get(1)).getMessage());
        var fault = assertInstanceOf(DatabaseFault.class, failure(waiting.get(2)));
        assertFalse(fault.inDoubt());
        assertEquals(1, waiting.get(3).get());
        assertEquals(2, committed());
        assertTrue(isCommitted(1) && isCommitted(5));
    }

    @Test
    void leavesNothingOfAGroupWhoseCommitFails() throws Exception {
        var waiting =
                queued(
                        List.of(
                                in -> in.update(INSERT, 1, Bytes.EMPTY),
                                in -> in.update("INSERT INTO promise VALUES (99)"),
                                in -> in.update(INSERT, 2, Bytes.EMPTY)));

        for (var task : waiting) {
            assertTrue(assertInstanceOf(DatabaseFault.class, failure(task)).inDoubt());
        }
        assertEquals(0, committed());
        writer.write(in -> in.update(INSERT, 3, Bytes.EMPTY));
        assertEquals(1, committed());
    }

    @Test
    void leavesNothingOfWorkForWhichTheDiskIsTooSmall() throws SQLException {
        writer.write(
                in -> in.first("PRAGMA max_page_count = 1", row -> row.number("max_page_count")));

        assertThrows(
                DatabaseFault.class,
                () ->
                        writer.write(in -> {
                            in.update(INSERT, 1, Bytes.EMPTY);
                            return in.update(INSERT, 2, Bytes.of(new byte[100_000]));
                        }));

        assertEquals(0, committed());
    }

    @Test
    void takesNoWritesAfterAFailureUntilOneSucceeds() {
        assertTrue(writer.accepts());
        breakACommit();
        diskIsAway = true;
        assertFalse(writer.accepts());
        assertFalse(writer.accepts());

        diskIsAway = false;
        assertTrue(writer.accepts());

        breakACommit();
        diskIsAway = true;
        assertFalse(writer.accepts());
        diskIsAway = false;
        writer.write(in -> in.update(INSERT, 1, Bytes.EMPTY));
        diskIsAway = true;
        assertTrue(writer.accepts(), "the last write is durable, so nothing needs to be tried");
    }

    @Test
    void showsWorkThatIsAloneOnlyWhatIsDurableAndDoesItInItsTurn() throws Exception {
        var gate = new Gate();
        var waiting = new ArrayList<FutureTask<Long>>();
        waiting.add(waits(() -> writer.write(this::addAndTellCommitted)));
        waiting.add(waits(() -> writer.write(this::addAndTellCommitted)));
        var alone =
                waits(() ->
                        writer.alone(lock ->
                                lock.write(in -> {
                                    assertEquals(count(in), committed());
                                    return addAndTellCommitted(in);
                                })));
        waiting.add(alone);
        waiting.add(waits(() -> writer.write(this::addAndTellCommitted)));
        waiting.add(waits(() -> writer.write(this::addAndTellCommitted)));
        gate.open();

        assertEquals(List.of(0L, 0L, 2L, 3L, 3L), results(waiting));
    }

    @Test
    void letsNobodyBetweenTheTransactionsOfWhoIsAlone() throws Exception {
        var together =
                writer.alone(lock -> {
                    lock.write(this::addAndTellCommitted);
                    var waiting = waits(() -> writer.write(this::addAndTellCommitted));
                    assertEquals(1, lock.write(this::addAndTellCommitted));
                    assertEquals(2, committed());
                    return waiting;
                });

        assertEquals(2, together.get());
    }

    @Test
    void goesOnAfterATransactionOfWhoIsAloneFailed() {
        writer.alone(lock -> {
            assertThrows(
                    DatabaseFault.class,
                    () -> lock.write(in -> in.update("INSERT INTO promise VALUES (99)")));
            return lock.write(in -> in.update(INSERT, 1, Bytes.EMPTY));
        });
        assertThrows(
                IllegalStateException.class,
                () ->
                        writer.alone(_ -> {
                            throw new IllegalStateException("a handler that fails");
                        }));

        writer.write(in -> in.update(INSERT, 2, Bytes.EMPTY));
        assertEquals(2, committed());
    }

    @Test
    void refusesAtOnceWhatFindsTheQueueFull() throws Exception {
        var gate = new Gate();
        var waiting = new ArrayList<FutureTask<Long>>();
        for (int number = 0; number < 8; number++) {
            assertEquals(number < 4, writer.accepts());
            waiting.add(waits(() -> writer.write(this::addAndTellCommitted)));
        }

        var fault =
                assertThrows(DatabaseFault.class, () -> writer.write(this::addAndTellCommitted));
        assertFalse(fault.inDoubt());
        gate.open();
        assertEquals(8, results(waiting).size());
        assertTrue(writer.accepts());
        assertEquals(8, committed());
    }

    @Test
    void answersWithWhatWasDoneAlsoAThreadThatIsInterrupted() throws Exception {
        var gate = new Gate();
        var interrupted =
                new FutureTask<>(() -> {
                    writer.write(this::addAndTellCommitted);
                    return Thread.currentThread().isInterrupted();
                });
        var thread = Thread.ofPlatform().start(interrupted);
        awaitWaiting(thread);
        thread.interrupt();
        gate.open();

        assertTrue(interrupted.get());
        assertEquals(1, committed());
    }

    @Test
    void doesWhatWaitsBeforeItCloses() throws Exception {
        var gate = new Gate();
        var waiting = waits(() -> writer.write(this::addAndTellCommitted));
        var closing = Thread.ofPlatform().start(writer::close);
        awaitWaiting(closing);
        gate.open();
        closing.join();

        assertEquals(0, waiting.get());
        assertEquals(1, committed());
        assertThrows(DatabaseFault.class, () -> writer.write(this::addAndTellCommitted));
        assertFalse(writer.accepts());
    }

    /// Work that holds the lead until the test opens it.
    private final class Gate {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final FutureTask<Boolean> holding;

        Gate() throws InterruptedException {
            var led = new CountDownLatch(1);
            holding =
                    started(() ->
                            writer.alone(_ -> {
                                led.countDown();
                                return opens();
                            }));
            led.await();
        }

        private boolean opens() {
            try {
                opened.await();
                return true;
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        void open() throws Exception {
            opened.countDown();
            assertTrue(holding.get());
        }
    }

    /// Works that come, one after the other, while another one is done.
    private <T> List<FutureTask<T>> queued(List<Function<Transaction, T>> works) throws Exception {
        var gate = new Gate();
        var waiting = new ArrayList<FutureTask<T>>();
        for (var work : works) {
            waiting.add(waits(() -> writer.write(work)));
        }
        gate.open();
        return waiting;
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static <T> FutureTask<T> waits(Callable<T> work) {
        var task = new FutureTask<>(work);
        awaitWaiting(Thread.ofPlatform().start(task));
        return task;
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static <T> List<T> results(List<FutureTask<T>> tasks) throws Exception {
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.get());
        }
        return results;
    }

    private static Throwable failure(FutureTask<?> task) {
        return Objects.requireNonNull(assertThrows(ExecutionException.class, task::get).getCause());
    }

    private void breakACommit() {
        assertThrows(
                DatabaseFault.class,
                () -> writer.write(in -> in.update("INSERT INTO promise VALUES (99)")));
    }

    private long addAndTellCommitted(Transaction in) {
        in.update(INSERT, Math.toIntExact(count(in)), Bytes.EMPTY);
        return committed();
    }

    private static long count(Transaction in) {
        return in.first(COUNT, row -> row.number("n")).orElseThrow();
    }

    private long committed() {
        return outside(COUNT);
    }

    private boolean isCommitted(int number) {
        return outside(COUNT + " WHERE number = " + number) == 1;
    }

    private synchronized long outside(String query) {
        try (var statement = outside.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong("n") : -1;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Session session() throws SQLException {
        if (diskIsAway) {
            throw new SQLException("the disk is away");
        }
        return new Session(connection());
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?foreign_keys=on");
    }
}
