package org.franklin.box;

import org.franklin.box.health.BoxFault;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// The part of a box that holds keys, and the door before it, through which every call goes.
///
/// The keys are there until the box is closed, breaks ([BoxFault]) or is stopped. From then on the
/// calls that are under way end as they would have ended, the keys are wiped, and later calls are
/// answered that the box is out of service. A box that was closed or broke has to be opened anew;
/// one that was stopped opens its sealed seed again, for a ceremony alone.
public final class KeptKeys<T extends Wipeable> implements AutoCloseable {

    /// The reason that a closed box gives.
    public static final String CLOSED = "the box is closed";

    private final Supplier<Optional<String>> stopped;
    private final Supplier<Optional<T>> sealed;

    /// Calls read, wiping writes.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /// Why the box serves nobody until it is opened anew. Set before the lock is asked for, which
    /// callers that come and come might never leave free.
    private final AtomicReference<Optional<String>> ended;

    private volatile Optional<T> kept;

    /// Of a box that nothing stops. `fault` is why the box does not even open; else `first` makes
    /// what is kept.
    public KeptKeys(Optional<String> fault, Supplier<T> first) {
        this(fault, first, Optional::empty, Optional::empty);
    }

    /// `stopped` says why the box is stopped; then `first` is not called either. `sealed` makes
    /// what is kept once more, after the keys were wiped; empty where the seed cannot be opened.
    public KeptKeys(
            Optional<String> fault,
            Supplier<T> first,
            Supplier<Optional<String>> stopped,
            Supplier<Optional<T>> sealed) {
        this.stopped = stopped;
        this.sealed = sealed;
        ended = new AtomicReference<>(fault);
        kept = fault.or(stopped).isPresent() ? Optional.empty() : made(first);
    }

    private Optional<T> made(Supplier<T> first) {
        try {
            return Optional.of(first.get());
        } catch (BoxFault fault) {
            ended.set(Optional.of(String.valueOf(fault.getMessage())));
            return Optional.empty();
        }
    }

    /// A call that works with the keys, or why there are none.
    public <A> A use(Function<T, A> work, Function<String, A> outOfService) {
        return call(
                () -> kept.map(work).orElseGet(() -> outOfService.apply(reason())), outOfService);
    }

    /// A call that a stopped box takes, too. If the box was stopped or broke meanwhile, the keys
    /// are gone when this returns.
    public <A> A call(Supplier<A> work, Function<String, A> outOfService) {
        try {
            return served(work).orElseGet(() -> outOfService.apply(reason()));
        } catch (BoxFault fault) {
            end(String.valueOf(fault.getMessage()));
            return outOfService.apply(reason());
        } finally {
            if (kept.isPresent() && stopped.get().isPresent()) {
                wipe();
            }
        }
    }

    private <A> Optional<A> served(Supplier<A> work) {
        if (isOver()) {
            return Optional.empty();
        }
        lock.readLock().lock();
        try {
            return isOver() ? Optional.empty() : Optional.of(work.get());
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean isOver() {
        return ended.get().isPresent();
    }

    private String reason() {
        return ended.get().or(stopped).orElse("the box has wiped its keys");
    }

    /// Within a call: does a ceremony's work with the keys, made again for as long as that takes if
    /// they were wiped. Nothing where the seed cannot be opened.
    public <A> Optional<A> borrow(Function<T, A> work) {
        var now = kept;
        return now.isPresent()
                ? now.map(work)
                : sealed.get().map(once -> Wipeable.once(once, work));
    }

    /// Within a call: keeps keys again, if the box serves again.
    public void restore() {
        if (kept.isEmpty() && stopped.get().isEmpty()) {
            kept = sealed.get();
        }
    }

    /// Whether keys are in memory.
    public boolean areKept() {
        return kept.isPresent();
    }

    /// Ends the box for good. Never within a call, for whose end it would wait.
    @Override
    public void close() {
        end(CLOSED);
    }

    /// The first reason stays.
    private void end(String reason) {
        ended.updateAndGet(before -> before.or(() -> Optional.of(reason)));
        wipe();
    }

    /// Waits for the calls that are under way. Meanwhile a ceremony may have let the box go on.
    private void wipe() {
        lock.writeLock().lock();
        try {
            if (isOver() || stopped.get().isPresent()) {
                kept.ifPresent(Wipeable::close);
                kept = Optional.empty();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
