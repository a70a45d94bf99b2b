package org.franklin.box.ceremony;

import org.franklin.box.freshness.FreshnessLog;

import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// The part of a box that holds keys: it is there while the box serves, and wiped from the moment
/// that the box is stopped, also where it is opened so. For a ceremony alone the box opens its
/// sealed seed again.
public final class KeptKeys<T extends KeptKeys.Wipeable> implements AutoCloseable {

    /// Something with keys in it. Closing wipes them, as far as a runtime can.
    public interface Wipeable extends AutoCloseable {
        @Override
        void close();
    }

    private final FreshnessLog log;
    private final Supplier<Optional<T>> sealed;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Optional<T> kept;

    /// `first` makes what is kept; it is not called for a box that is stopped. `sealed` does so
    /// again, after the keys were wiped; empty where the seed cannot be opened.
    public KeptKeys(FreshnessLog log, Supplier<T> first, Supplier<Optional<T>> sealed) {
        this.log = log;
        this.sealed = sealed;
        kept = log.stopped().isPresent() ? Optional.empty() : Optional.of(first.get());
    }

    /// Does the work with the keys, or says why there are none. If the box was stopped meanwhile,
    /// they are gone when this returns.
    public <A> A use(Function<T, A> work, Function<String, A> outOfService) {
        A answer = held(work).orElseGet(() -> outOfService.apply(reason()));
        if (log.stopped().isPresent()) {
            close();
        }
        return answer;
    }

    private <A> Optional<A> held(Function<T, A> work) {
        lock.readLock().lock();
        try {
            return kept.map(work);
        } finally {
            lock.readLock().unlock();
        }
    }

    private String reason() {
        return log.fault().orElse("the box has wiped its keys");
    }

    /// Does a ceremony's work with the keys, opened again for as long as that takes if they were
    /// wiped. Nothing where the seed cannot be opened.
    <A> Optional<A> borrow(Function<T, A> work) {
        var done = held(work);
        if (done.isPresent()) {
            return done;
        }
        var opened = sealed.get();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (T once = opened.get()) {
            return Optional.of(work.apply(once));
        }
    }

    /// Keeps keys again, if the box serves again.
    void restore() {
        lock.writeLock().lock();
        try {
            if (kept.isEmpty() && log.stopped().isEmpty()) {
                kept = sealed.get();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Whether keys are in memory.
    public boolean areKept() {
        return held(_ -> true).orElse(false);
    }

    /// Wipes the keys when nobody uses them any more.
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            kept.ifPresent(Wipeable::close);
            kept = Optional.empty();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
