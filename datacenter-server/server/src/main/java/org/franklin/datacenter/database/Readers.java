package org.franklin.datacenter.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The few connections that read, each from its own snapshot.
final class Readers implements AutoCloseable {

    private final Session.Source sessions;
    private final Duration patience;
    private final Semaphore free;
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /// `most` read at once; others wait for a connection with `patience`.
    Readers(Session.Source sessions, int most, Duration patience) {
        this.sessions = sessions;
        this.patience = patience;
        this.free = new Semaphore(most);
    }

    <T> T read(Function<Transaction, T> work) {
        reserve();
        try {
            return readWithOne(work);
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private void reserve() {
        try {
            if (closed || !free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw DatabaseFault.nothingDone("no connection to read with");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw DatabaseFault.nothingDone("interrupted before it read", e);
        }
    }

    private <T> T readWithOne(Function<Transaction, T> work) {
        try {
            var kept = idle.poll();
            return read(kept == null ? sessions.open() : kept, work);
        } catch (SQLException e) {
            throw DatabaseFault.nothingDone("the database cannot be read", e);
        }
    }

    /// A connection whose transaction did not end in order is not used again.
    private <T> T read(Session session, Function<Transaction, T> work) throws SQLException {
        boolean ended = false;
        try {
            session.execute("BEGIN");
            var in = new Transaction(session);
            T result = work.apply(in);
            in.requireSound();
            session.execute("COMMIT");
            ended = true;
            return result;
        } finally {
            if (ended) {
                idle.push(session);
            } else {
                session.close();
            }
            if (closed) {
                closeIdle();
            }
        }
    }

    private void closeIdle() {
        for (var session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }
}
