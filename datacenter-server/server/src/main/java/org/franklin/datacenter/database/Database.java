package org.franklin.datacenter.database;

import java.util.function.Function;

/// One SQL database. Whatever goes wrong in it is a [DatabaseFault].
public interface Database extends AutoCloseable {

    /// Reads from one consistent state of the database.
    <T> T read(Function<Transaction, T> work);

    /// Writes all or nothing, and durably when it returns. The lock for writing is held from before
    /// the first statement to the commit: while `work` runs, nobody else changes anything. Work
    /// that throws changes nothing. Not to be called from inside other work.
    <T> T write(Function<Transaction, T> work);

    @Override
    void close();
}
