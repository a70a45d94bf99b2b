package org.franklin.client.datacenter.outbox;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/// The outbox's file, `outbox.sqlite`: opened by one process at a time, every commit synced.
public final class Outbox implements AutoCloseable {

    public sealed interface Opened {

        record Ready(Outbox outbox) implements Opened {}

        /// Another Franklin has it open.
        record InUse(String whatToDo) implements Opened {}

        /// It is damaged, of a newer Franklin, or cannot be written.
        record Unusable(String whatToDo) implements Opened {}
    }

    /// The outbox cannot be written or read any more: the disk is full, or broken. Nothing is sent
    /// that is not stored, so no money moves.
    public static final class Failure extends RuntimeException {
        Failure(SQLException cause) {
            super("the outbox cannot be used: " + cause.getMessage(), cause);
        }
    }

    private static final String FILE = "outbox.sqlite";
    private static final String LOCK = "outbox.lock";
    private static final String MIGRATIONS = "classpath:org/franklin/client/datacenter/outbox";

    private final FileChannel lock;
    private final Database database;
    private final Clock clock;

    private Outbox(FileChannel lock, Database database, Clock clock) {
        this.lock = lock;
        this.database = database;
        this.clock = clock;
    }

    /// Opens the outbox in a folder that exists, and makes it there the first time.
    public static Opened open(Path folder, Clock clock) {
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            folder.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            return new Opened.Unusable(
                    "Franklin cannot write in its folder. Give this account the right to, or free"
                            + " some space.");
        }
        try {
            if (!isLocked(channel)) {
                channel.close();
                return new Opened.InUse(
                        "Franklin is already open for this mailer. Go on there, or close it"
                                + " first.");
            }
            return openLocked(folder, channel, clock);
        } catch (IOException e) {
            return new Opened.Unusable("Franklin's folder cannot be locked: " + e.getMessage());
        }
    }

    public Requests requests() {
        return new Requests(database, clock);
    }

    public Refills refills() {
        return new Refills(database, clock);
    }

    public Settings settings() {
        return new Settings(database, clock);
    }

    public Evidence evidence() {
        return new Evidence(database, clock);
    }

    @Override
    public void close() {
        try (lock) {
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException("the outbox's lock cannot be given back", e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Opened openLocked(Path folder, FileChannel lock, Clock clock)
            throws IOException {
        var source = source(folder);
        try {
            migrate(source);
            var database = new Database(source.getConnection());
            var found = database.query("pragma quick_check(1)", row -> row.getString(1));
            if (found.equals(List.of("ok"))) {
                return new Opened.Ready(new Outbox(lock, database, clock));
            }
            database.close();
        } catch (FlywayValidateException e) {
            lock.close();
            return new Opened.Unusable(
                    "A newer Franklin wrote this outbox. Start that one, or update this one.");
        } catch (FlywayException | SQLException | Failure e) {
            // One sentence for all: what to do does not depend on which page is broken.
        }
        lock.close();
        return new Opened.Unusable(
                "The outbox "
                        + FILE
                        + " cannot be read. Put it back from a backup, or move it away: Franklin"
                        + " then makes a new one and fetches paid pieces from the data center.");
    }

    static SQLiteDataSource source(Path folder) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve(FILE));
        return source;
    }

    private static void migrate(SQLiteDataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS)
                .ignoreMigrationPatterns(new String[0])
                .load()
                .migrate();
    }
}
