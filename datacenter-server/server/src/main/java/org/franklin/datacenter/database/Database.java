package org.franklin.datacenter.database;

import java.util.function.Function;

/// One SQL database. Whatever goes wrong in it is a [DatabaseFault].
///
/// Work is done once, on its caller's thread or on another's that commits for several; it waits for
/// nothing but the database. Work inside other work of the same database is refused with an
/// [IllegalStateException], since it would wait for itself.
public interface Database extends AutoCloseable {

    /// The lock for writing, while it is held.
    interface Lock {

        /// Writes all or nothing in a transaction of its own, and durably when it returns. Throws
        /// what `work` throws, and then nothing is changed.
        <T> T write(Function<Transaction, T> work);
    }

    /// Reads from one consistent state of the database.
    <T> T read(Function<Transaction, T> work);

    /// Writes all or nothing, and durably when it returns. Works of many threads share one commit:
    /// each sees what those before it in its group did, and none is answered before all of it is
    /// durable. Work that throws, or one of whose statements failed, changes nothing and harms
    /// nobody else. If there are too many works waiting, it fails at once and nothing is done.
    <T> T write(Function<Transaction, T> work);

    /// Runs `work` while nobody else writes here. What its transactions read is durable.
    ///
    /// Whoever shows a box a record under the lock for writing needs this: a record that its group
    /// then failed to commit would be ahead of the database, or look like a forged one.
    <T> T alone(Function<Lock, T> work);

    /// Whether writes are taken now: not while so many wait that the next ones may find no room,
    /// and not after one failed until a durable one succeeded, which this tries.
    ///
    /// To be asked before something is done elsewhere that must then be written. A yes is no
    /// promise.
    boolean accepts();

    @Override
    void close();
}
