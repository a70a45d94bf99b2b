package org.franklin.datacenter.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// One work in the queue of the [Writer], and what came of it.
final class Turn<T> {

    private sealed interface Outcome<T> {

        record Open<T>() implements Outcome<T> {}

        record Done<T>(T result) implements Outcome<T> {}

        record Failed<T>(Throwable why) implements Outcome<T> {}
    }

    private final Function<Transaction, T> work;
    private final boolean alone;
    private final Semaphore awake = new Semaphore(0);
    private Outcome<T> outcome = new Outcome.Open<>();

    private Turn(Function<Transaction, T> work, boolean alone) {
        this.work = work;
        this.alone = alone;
    }

    static <T> Turn<T> of(Function<Transaction, T> work) {
        return new Turn<>(work, false);
    }

    /// A place in the queue whose thread is woken to lead, and shares the lead with nobody.
    static Turn<?> alone() {
        return new Turn<>(_ -> Optional.empty(), true);
    }

    boolean isAlone() {
        return alone;
    }

    /// Does the work within a transaction, or undoes all of it. Throws where the transaction itself
    /// is broken.
    void run(Session session) throws SQLException {
        session.execute("SAVEPOINT work");
        try {
            var in = new Transaction(session);
            T result = work.apply(in);
            in.requireSound();
            outcome = new Outcome.Done<>(result);
        } catch (RuntimeException | Error e) {
            outcome = new Outcome.Failed<>(e);
            session.execute("ROLLBACK TO work");
        }
        session.execute("RELEASE work");
    }

    /// What was done is not, since the transaction failed; work that failed has its own reason.
    void undo(DatabaseFault fault) {
        if (!(outcome instanceof Outcome.Failed)) {
            outcome = new Outcome.Failed<>(fault);
        }
    }

    boolean isFaulty() {
        return outcome instanceof Outcome.Failed<T>(var why) && why instanceof DatabaseFault;
    }

    boolean isOpen() {
        return outcome instanceof Outcome.Open;
    }

    /// Waits until another thread has done the work, or leaves the lead to this one. Does not end
    /// early when interrupted: the work may be done meanwhile.
    void await() {
        awake.acquireUninterruptibly();
    }

    void wake() {
        awake.release();
    }

    T result() {
        return switch (outcome) {
            case Outcome.Done<T>(var result) -> result;
            case Outcome.Failed<T>(RuntimeException why) -> throw why;
            case Outcome.Failed<T>(Error why) -> throw why;
            case Outcome.Failed<T>(var why) -> throw new IllegalStateException(why);
            case Outcome.Open<T> _ -> throw new IllegalStateException("the work was left undone");
        };
    }
}
