package org.franklin.datacenter.database;

import org.jspecify.annotations.Nullable;

/// The database did not do what it was asked: a full disk, a broken file, a lock that was not free
/// in time, too much to do.
public final class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean inDoubt;

    /// What was asked may or may not be done.
    public DatabaseFault(String what, Throwable cause) {
        this(what, cause, true);
    }

    private DatabaseFault(String what, @Nullable Throwable cause, boolean inDoubt) {
        super(what, cause);
        this.inDoubt = inDoubt;
    }

    static DatabaseFault nothingDone(String what) {
        return new DatabaseFault(what, null, false);
    }

    static DatabaseFault nothingDone(String what, Throwable cause) {
        return new DatabaseFault(what, cause, false);
    }

    /// Whether it may be done all the same, now or after a crash: the commit itself failed.
    public boolean inDoubt() {
        return inDoubt;
    }
}
