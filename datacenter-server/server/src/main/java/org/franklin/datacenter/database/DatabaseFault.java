package org.franklin.datacenter.database;

/// The database did not do what it was asked, and what it was asked may or may not be done: a full
/// disk, a broken file, a lock that was not free in time, a commit in doubt.
public final class DatabaseFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseFault(String what, Throwable cause) {
        super(what, cause);
    }
}
