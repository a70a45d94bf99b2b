package org.franklin.benchmarks.raw;

import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.Transaction;
import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What SQLite gives at best: one select, one update and one insert for each dispense, by one
/// thread that does nothing else, over the data center's own tables, in commits of 256, and in no
/// order of rows, as mailers come.
public final class RawSqlite {

    private static final int COMMIT = 256;
    private static final int REQUEST = 32;

    /// Each meter was admitted, has enrolled a device and was refilled.
    private static final int STEPS_BEFORE = 3;

    /// SQLite's settings as the data center's own writer has them.
    public record Settings(long synchronous, long checkpoint, long cache) {

        public static Settings of(Database database) {
            return database.write(in ->
                    new Settings(
                            setting(in, "synchronous"),
                            setting(in, "wal_autocheckpoint"),
                            setting(in, "cache_size")));
        }

        private static long setting(Transaction in, String name) {
            return in.first("PRAGMA " + name, row -> row.number(name)).orElseThrow();
        }

        List<String> pragmas() {
            return List.of(
                    "PRAGMA journal_mode = WAL",
                    "PRAGMA synchronous = " + synchronous,
                    "PRAGMA wal_autocheckpoint = " + checkpoint,
                    "PRAGMA cache_size = " + cache);
        }
    }

    private record Statements(
            PreparedStatement select, PreparedStatement update, PreparedStatement insert) {}

    private final Path folder;
    private final Settings settings;
    private final int meters;
    private final List<Integer> order;
    private final byte[][] records;
    private final byte[] reply;
    private final byte[] request;

    /// `record` and `reply` are the sizes of what is stored, in bytes.
    public RawSqlite(Path folder, Settings settings, int meters, int record, int reply) {
        this.folder = folder;
        this.settings = settings;
        this.meters = meters;
        this.order = new ArrayList<>(IntStream.range(0, meters).boxed().toList());
        Collections.shuffle(order, new Random(meters));
        this.records = new byte[][] {drawn(record, 1), drawn(record, 2)};
        this.reply = drawn(reply, 3);
        this.request = drawn(REQUEST, 4);
    }

    /// Dispenses per second, in a new file, after as many that are not counted as there are meters.
    public double perSecond(int dispenses) throws Exception {
        Path file = Files.createTempDirectory(folder, "raw-sqlite-").resolve("raw.db");
        SqliteDatabase.create(file).close();
        try (var connection = connection(file)) {
            for (String pragma : settings.pragmas()) {
                execute(connection, pragma);
            }
            try (var select =
                            connection.prepareStatement(
                                    "SELECT counter, record FROM meter_record WHERE owner = ?");
                    var update =
                            connection.prepareStatement(
                                    "UPDATE meter_record SET counter = ?, record = ?"
                                            + " WHERE owner = ? AND counter = ?");
                    var insert =
                            connection.prepareStatement(
                                    "INSERT INTO meter_step (owner, counter, actor, sequence,"
                                            + " request, reply, time) VALUES"
                                            + " (?, ?, ?, ?, ?, ?, ?)")) {
                var statements = new Statements(select, update, insert);
                fill(connection, insert);
                run(connection, statements, 0, meters);
                long from = System.nanoTime();
                run(connection, statements, meters, dispenses);
                return dispenses / ((System.nanoTime() - from) / 1e9);
            }
        }
    }

    /// The driver asks for the key of each inserted row, unless it is told not to.
    private static Connection connection(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private void fill(Connection connection, PreparedStatement insert) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try (var first = connection.prepareStatement("INSERT INTO meter_record VALUES (?, ?, ?)")) {
            for (int owner = 0; owner < meters; owner++) {
                bind(first, List.of(owner, STEPS_BEFORE - 1, record(STEPS_BEFORE - 1)));
                first.executeUpdate();
                for (int counter = 0; counter < STEPS_BEFORE; counter++) {
                    bind(insert, step(owner, counter, counter - STEPS_BEFORE));
                    insert.executeUpdate();
                }
            }
        }
        execute(connection, "COMMIT");
    }

    private void run(Connection connection, Statements statements, int first, int count)
            throws SQLException {
        for (int i = first; i < first + count; i++) {
            if ((i - first) % COMMIT == 0) {
                execute(connection, "BEGIN IMMEDIATE");
            }
            dispense(statements, order.get(i % meters), STEPS_BEFORE + i / meters);
            if ((i - first) % COMMIT == COMMIT - 1 || i == first + count - 1) {
                execute(connection, "COMMIT");
            }
        }
    }

    private void dispense(Statements statements, int owner, int counter) throws SQLException {
        statements.select.setInt(1, owner);
        try (var row = statements.select.executeQuery()) {
            if (!row.next() || row.getBytes("record").length == 0) {
                throw new IllegalStateException("no record");
            }
        }
        bind(statements.update, List.of(counter, record(counter), owner, counter - 1));
        bind(statements.insert, step(owner, counter, 1));
        if (statements.update.executeUpdate() != 1 || statements.insert.executeUpdate() != 1) {
            throw new IllegalStateException("not stored");
        }
    }

    private List<Object> step(int owner, int counter, int actor) {
        return List.of(owner, counter, actor, counter, request, reply, counter);
    }

    /// No record is like the one before it.
    private byte[] record(int counter) {
        return records[counter % records.length];
    }

    private static byte[] drawn(int length, long seed) {
        byte[] drawn = new byte[length];
        new Random(seed).nextBytes(drawn);
        return drawn;
    }

    private static void bind(PreparedStatement statement, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Integer number -> statement.setInt(i + 1, number);
                default -> throw new IllegalArgumentException("no column holds this");
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
