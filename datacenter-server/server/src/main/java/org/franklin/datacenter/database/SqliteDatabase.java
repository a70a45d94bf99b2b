package org.franklin.datacenter.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Function;

/// The embedded database: one SQLite file in WAL mode, every commit synced to disk. One connection
/// writes; a few others read beside it, each from its own snapshot.
public final class SqliteDatabase implements Database {

    private static final String TABLES = "classpath:org/franklin/datacenter/database/sqlite";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READERS = 4;

    private final HikariDataSource writer;
    private final HikariDataSource readers;

    private SqliteDatabase(Path file) {
        writer = pool("writer", 1, connections(file));
        readers = pool("reader", READERS, connections(file));
    }

    /// Makes a new file with its tables; one that is there already is refused.
    public static SqliteDatabase create(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("there is a database already: " + file);
        }
        return migrated(file);
    }

    /// Opens a file and brings its tables to this version's shape; a missing file is refused, so
    /// that a mistyped path cannot start a second data center.
    public static SqliteDatabase open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no database: " + file);
        }
        return migrated(file);
    }

    private static SqliteDatabase migrated(Path file) {
        try {
            Flyway.configure().dataSource(connections(file)).locations(TABLES).load().migrate();
            return new SqliteDatabase(file);
        } catch (FlywayException e) {
            throw new DatabaseFault("the tables cannot be made: " + file, e);
        }
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return transact(readers, "BEGIN", work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return transact(writer, "BEGIN IMMEDIATE", work);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    /// Begins by statement, since the driver's own transactions begin when the last one ends, and
    /// would hold the lock while nobody writes.
    private static <T> T transact(
            HikariDataSource pool, String begin, Function<Transaction, T> work) {
        try (Connection connection = pool.getConnection();
                Statement control = connection.createStatement()) {
            control.execute(begin);
            try {
                T result = work.apply(new Transaction(connection));
                control.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(pool, connection, control);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFault("the transaction is in doubt", e);
        }
    }

    /// Some faults have ended the transaction already; a connection in doubt is not used again.
    private static void rollBack(HikariDataSource pool, Connection connection, Statement control) {
        try {
            control.execute("ROLLBACK");
        } catch (SQLException _) {
            pool.evictConnection(connection);
        }
    }

    private static SQLiteDataSource connections(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(String name, int most, SQLiteDataSource source) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(most);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }
}
