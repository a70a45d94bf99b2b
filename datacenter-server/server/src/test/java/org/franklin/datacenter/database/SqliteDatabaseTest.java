package org.franklin.datacenter.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

class SqliteDatabaseTest {

    private static final String INSERT = "INSERT INTO certificate VALUES (?, ?, ?)";

    @TempDir Path dir;

    @Test
    void keepsWhatWasWritten() {
        try (var database = SqliteDatabase.create(file())) {
            database.write(in -> in.update(INSERT, 7, 1L, Bytes.ofHex("0102")));
        }
        try (var database = SqliteDatabase.open(file())) {
            assertEquals(Optional.of(Bytes.ofHex("0102")), certificate(database, 7));
        }
    }

    @Test
    void makesNoDatabaseOverAnother() {
        SqliteDatabase.create(file()).close();

        assertThrows(IllegalArgumentException.class, () -> SqliteDatabase.create(file()));
    }

    @Test
    void opensNoDatabaseThatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> SqliteDatabase.open(file()));
        assertFalse(Files.exists(file()));
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "this is not a database, though it is long enough to be one");

        assertThrows(DatabaseFault.class, () -> SqliteDatabase.open(file()));
    }

    @Test
    void writesAllOrNothing() {
        try (var database = SqliteDatabase.create(file())) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            database.write(in -> {
                                in.update(INSERT, 7, 1, Bytes.EMPTY);
                                throw new IllegalStateException("work that fails");
                            }));

            assertEquals(Optional.empty(), certificate(database, 7));
            database.write(in -> in.update(INSERT, 8, 1, Bytes.EMPTY));
        }
    }

    @Test
    void showsReadersNothingBeforeItIsCommitted() {
        try (var database = SqliteDatabase.create(file())) {
            database.write(in -> {
                in.update(INSERT, 7, 1, Bytes.EMPTY);
                assertEquals(Optional.empty(), beside(() -> certificate(database, 7)));
                return true;
            });

            assertEquals(Optional.of(Bytes.EMPTY), certificate(database, 7));
        }
    }

    @Test
    void letsNobodyElseWriteWhileWorkIsDone() {
        try (var database = SqliteDatabase.create(file())) {
            database.write(_ -> {
                assertThrows(SQLException.class, this::writeFromOutside);
                return true;
            });
            database.read(
                    in -> in.first("SELECT 1 AS one FROM serial_number", row -> row.number("one")));
            assertEquals(1, writeFromOutside());
        } catch (SQLException e) {
            throw new AssertionError("the lock is free when nobody writes", e);
        }
    }

    @Test
    void syncsEveryCommit() {
        try (var database = SqliteDatabase.create(file())) {
            var pragmas =
                    database.read(in ->
                            in.first("PRAGMA journal_mode", row -> row.text("journal_mode"))
                                            .orElseThrow()
                                    + " "
                                    + in.first(
                                                    "PRAGMA synchronous",
                                                    row -> row.number("synchronous"))
                                            .orElseThrow()
                                    + " "
                                    + in.first(
                                                    "PRAGMA foreign_keys",
                                                    row -> row.number("foreign_keys"))
                                            .orElseThrow());

            assertEquals("wal 2 1", pragmas);
        }
    }

    @Test
    void keepsInstantsToTheMillisecond() {
        var time = Instant.parse("2026-11-22T12:00:00.123Z");
        try (var database = SqliteDatabase.create(file())) {
            assertEquals(
                    Optional.of(time),
                    database.read(in -> in.first("SELECT ? AS t", row -> row.time("t"), time)));
        }
    }

    @Test
    void callsEveryFailureAFault() {
        try (var database = SqliteDatabase.create(file())) {
            assertThrows(DatabaseFault.class, () -> database.write(in -> in.update("NOT SQL")));
            assertThrows(
                    DatabaseFault.class,
                    () ->
                            database.read(in ->
                                    in.list(
                                            "SELECT 'x' AS id",
                                            row -> Bytes.ofHex(row.text("id")))));
        }
    }

    @Test
    void isUsableAfterAFault() {
        try (var database = SqliteDatabase.create(file())) {
            for (int round = 0; round < 10; round++) {
                assertThrows(DatabaseFault.class, () -> database.write(in -> in.update("NOT SQL")));
            }
            assertTrue(database.write(in -> in.update(INSERT, 7, 1, Bytes.EMPTY)) == 1);
        }
    }

    @Test
    void readsFromOneStateWhateverIsWrittenMeanwhile() {
        try (var database = SqliteDatabase.create(file())) {
            database.read(in -> {
                long before = count(in);
                beside(() -> database.write(other -> other.update(INSERT, 7, 1, Bytes.EMPTY)));
                assertEquals(before, count(in));
                return true;
            });
            assertEquals(1, database.read(SqliteDatabaseTest::count));
        }
    }

    @Test
    void refusesWorkInsideOtherWork() {
        try (var database = SqliteDatabase.create(file())) {
            Function<Transaction, Boolean> nothing = _ -> true;
            List<Supplier<Object>> inner =
                    List.of(
                            () -> database.read(nothing),
                            () -> database.write(nothing),
                            () -> database.alone(_ -> true),
                            database::accepts);
            for (var work : inner) {
                assertThrows(IllegalStateException.class, () -> database.read(_ -> work.get()));
                assertThrows(IllegalStateException.class, () -> database.write(_ -> work.get()));
                assertThrows(IllegalStateException.class, () -> database.alone(_ -> work.get()));
            }
            assertTrue(database.write(nothing));
        }
    }

    @Test
    void keepsWhatItToldToBeDoneAndNothingElseWhenItIsClosedMidway() throws Exception {
        var done = new ConcurrentSkipListSet<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = SqliteDatabase.create(file());
            var numbers = new AtomicInteger();
            var enough = new CountDownLatch(50);
            var ends = new ArrayList<Future<DatabaseFault>>();
            for (int thread = 0; thread < 16; thread++) {
                ends.add(threads.submit(() -> writesUntilRefused(database, numbers, done, enough)));
            }
            enough.await();
            database.close();
            for (var end : ends) {
                assertFalse(end.get().inDoubt());
            }
            assertThrows(DatabaseFault.class, () -> database.read(SqliteDatabaseTest::count));
            assertFalse(database.accepts());
        }
        try (var database = SqliteDatabase.open(file())) {
            assertEquals(
                    List.copyOf(done),
                    database.read(in ->
                            in.list(
                                    "SELECT number FROM certificate ORDER BY number",
                                    row -> row.smallNumber("number"))));
        }
    }

    private static DatabaseFault writesUntilRefused(
            Database database, AtomicInteger numbers, Set<Integer> done, CountDownLatch enough) {
        while (true) {
            int number = numbers.incrementAndGet();
            try {
                database.write(in -> in.update(INSERT, number, 1, Bytes.EMPTY));
                done.add(number);
                enough.countDown();
            } catch (DatabaseFault e) {
                return e;
            }
        }
    }

    private static long count(Transaction in) {
        return in.first("SELECT COUNT(*) AS n FROM certificate", row -> row.number("n"))
                .orElseThrow();
    }

    private static <T> T beside(Supplier<T> other) {
        return CompletableFuture.supplyAsync(other).join();
    }

    private static Optional<Bytes> certificate(Database database, int number) {
        return database.read(in ->
                in.first(
                        "SELECT der FROM certificate WHERE number = ?",
                        row -> row.bytes("der"),
                        number));
    }

    private int writeFromOutside() throws SQLException {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=0");
                var statement = other.createStatement()) {
            return statement.executeUpdate("UPDATE serial_number SET next = next");
        }
    }

    private Path file() {
        return dir.resolve("franklin.db");
    }
}
