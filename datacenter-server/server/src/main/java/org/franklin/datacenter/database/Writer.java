package org.franklin.datacenter.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one connection that writes, and the queue before it.
///
/// Whoever finds nobody writing leads: begins, does the works that wait, commits, and leaves the
/// lead to the first of those who came meanwhile. Who is alone leads as long as it likes. So a work
/// is committed at once when nobody else writes, and shares the commit when many do. The queue is
/// in order of arrival, whatever is in it.
final class Writer implements AutoCloseable {

    /// How many works share a commit, and how many wait for theirs, at most.
    record Bounds(int together, int waiting) {

        static final Bounds USUAL = new Bounds(256, 4_096);

        Bounds {
            if (together < 1 || waiting < 2) {
                throw new IllegalArgumentException("a queue without room");
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private final Session.Source sessions;
    private final Bounds bounds;
    private final Queue<Turn<?>> queue = new ArrayDeque<>();
    private final AtomicBoolean trying = new AtomicBoolean();
    private boolean led;
    private boolean closed;
    private volatile boolean inQuestion;

    /// The leader's.
    private @Nullable Session session;

    Writer(Session.Source sessions, Bounds bounds) {
        this.sessions = sessions;
        this.bounds = bounds;
    }

    <T> T write(Function<Transaction, T> work) {
        var turn = Turn.of(work);
        enter(turn);
        turn.await();
        if (turn.isOpen()) {
            lead();
        }
        return turn.result();
    }

    <T> T alone(Function<Database.Lock, T> work) {
        var place = Turn.alone();
        enter(place);
        return lead(place, () -> work.apply(this::writeLeading));
    }

    private <T> T writeLeading(Function<Transaction, T> work) {
        var turn = Turn.of(work);
        run(List.of(turn));
        return turn.result();
    }

    /// Half the queue is kept for those who were told yes and have not come yet.
    boolean accepts() {
        synchronized (queue) {
            if (closed || queue.size() >= bounds.waiting() / 2) {
                return false;
            }
        }
        return !inQuestion || succeeds();
    }

    /// Ends after the works that wait already; later ones are refused.
    @Override
    public void close() {
        var last = Turn.alone();
        synchronized (queue) {
            if (closed) {
                return;
            }
            closed = true;
            join(last);
        }
        lead(last, () -> true);
        dropSession();
    }

    private void enter(Turn<?> turn) {
        synchronized (queue) {
            if (closed) {
                throw DatabaseFault.nothingDone("the database is closed");
            }
            if (queue.size() >= bounds.waiting()) {
                throw DatabaseFault.nothingDone("too many works wait for the database");
            }
            join(turn);
        }
    }

    private void join(Turn<?> turn) {
        queue.add(turn);
        if (!led) {
            led = true;
            turn.wake();
        }
    }

    /// Leads from the place on, while `work` runs.
    private <T> T lead(Turn<?> alone, Supplier<T> work) {
        alone.await();
        synchronized (queue) {
            queue.remove();
        }
        try {
            return work.get();
        } finally {
            leaveLead();
        }
    }

    /// The lead is left before the others wake, so that the next works are done meanwhile.
    private void lead() {
        var group = nextGroup();
        try {
            run(group);
        } finally {
            leaveLead();
            group.forEach(Turn::wake);
        }
    }

    private List<Turn<?>> nextGroup() {
        synchronized (queue) {
            var group = new ArrayList<Turn<?>>();
            do {
                group.add(queue.remove());
            } while (group.size() < bounds.together()
                    && !queue.isEmpty()
                    && !queue.element().isAlone());
            return group;
        }
    }

    private void leaveLead() {
        synchronized (queue) {
            var next = queue.peek();
            if (next == null) {
                led = false;
            } else {
                next.wake();
            }
        }
    }

    private void run(List<Turn<?>> group) {
        boolean committing = false;
        try {
            var in = session();
            in.execute("BEGIN IMMEDIATE");
            for (var turn : group) {
                turn.run(in);
            }
            committing = true;
            in.execute("COMMIT");
            inQuestion = group.stream().anyMatch(Turn::isFaulty);
        } catch (SQLException | RuntimeException | Error e) {
            inQuestion = true;
            dropSession();
            var fault =
                    committing
                            ? new DatabaseFault("the commit is in doubt", e)
                            : DatabaseFault.nothingDone("the transaction was broken off", e);
            group.forEach(turn -> turn.undo(fault));
        }
    }

    /// One at a time tries, with a write that changes nothing but must be made durable.
    private boolean succeeds() {
        if (!trying.compareAndSet(false, true)) {
            return false;
        }
        try {
            alone(lock -> lock.write(in -> in.update("PRAGMA user_version = 0")));
            return true;
        } catch (DatabaseFault e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("the database takes no writes");
            return false;
        } finally {
            trying.set(false);
        }
    }

    private Session session() throws SQLException {
        if (session == null) {
            session = sessions.open();
        }
        return session;
    }

    /// A connection that failed is not used again; what was open in it is rolled back.
    private void dropSession() {
        var dropped = session;
        session = null;
        if (dropped != null) {
            dropped.close();
        }
    }
}
