package org.franklin.datacenter.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

/// The embedded database: one SQLite file in WAL mode, every commit synced to disk. One connection
/// writes; a few others read beside it.
public final class SqliteDatabase implements Database {

    private static final String TABLES = "classpath:org/franklin/datacenter/database/sqlite";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int READERS = 4;
    private static final int CACHE_KIB = 32 * 1024;

    /// How long the log grows before a commit carries it into the database, in pages of 4 KiB: so
    /// rarely that it is not in the time of one dispense in a hundred.
    private static final int CHECKPOINT_PAGES = 8 * 1024;

    /// What the file of the log keeps of its size when all of it is in the database.
    private static final int WAL_BYTES = 64 * 1024 * 1024;

    /// Bound while this thread does work in this database.
    private final ScopedValue<Boolean> working = ScopedValue.newInstance();

    private final Writer writer;
    private final Readers readers;

    private SqliteDatabase(DataSource connections, Writer.Bounds bounds) {
        Session.Source sessions = () -> new Session(connections.getConnection());
        writer = new Writer(sessions, bounds);
        readers = new Readers(sessions, READERS, PATIENCE);
    }

    /// Makes a new file with its tables; one that is there already is refused.
    public static SqliteDatabase create(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException("there is a database already: " + file);
        }
        return migrated(file, Writer.Bounds.USUAL);
    }

    /// Opens a file and brings its tables to this version's shape; a missing file is refused, so
    /// that a mistyped path cannot start a second data center.
    public static SqliteDatabase open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no database: " + file);
        }
        return migrated(file, Writer.Bounds.USUAL);
    }

    /// As [#open], with something put between this and its connections: what measures or disturbs
    /// them.
    public static SqliteDatabase open(Path file, UnaryOperator<DataSource> around) {
        open(file).close();
        return new SqliteDatabase(around.apply(connections(file)), Writer.Bounds.USUAL);
    }

    static SqliteDatabase open(Path file, Writer.Bounds bounds) {
        return migrated(file, bounds);
    }

    private static SqliteDatabase migrated(Path file, Writer.Bounds bounds) {
        try {
            var connections = connections(file);
            Flyway.configure().dataSource(connections).locations(TABLES).load().migrate();
            return new SqliteDatabase(connections, bounds);
        } catch (FlywayException e) {
            throw new DatabaseFault("the tables cannot be made: " + file, e);
        }
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return outermost(() -> readers.read(work));
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return outermost(() -> writer.write(work));
    }

    @Override
    public <T> T alone(Function<Lock, T> work) {
        return outermost(() -> writer.alone(work));
    }

    @Override
    public boolean accepts() {
        return outermost(writer::accepts);
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    private <T> T outermost(Supplier<T> work) {
        if (working.isBound()) {
            throw new IllegalStateException("work inside other work of the same database");
        }
        return ScopedValue.where(working, true).call(work::get);
    }

    private static SQLiteDataSource connections(Path file) {
        var config = new SQLiteConfig();
        // Otherwise the driver asks for a generated key after every statement.
        config.setGetGeneratedKeys(false);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        config.setCacheSize(-CACHE_KIB);
        config.setPragma(
                SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setJournalSizeLimit(WAL_BYTES);
        // What a savepoint would undo is kept in memory instead of in a file.
        config.setTempStore(TempStore.MEMORY);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }
}
