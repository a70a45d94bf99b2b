package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.journal.Staging.Wish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Many callers, one write: who comes while nobody writes does so at once; who comes meanwhile
/// waits, and the first of those then writes for all of them, up to the bounds of a group.
///
/// There is no thread of its own, and no interrupt ends a wait: what became of a step must be
/// known.
final class CommitQueue {

    static final int MOST_WISHES = 256;
    static final int MOST_BYTES = 1 << 20;

    /// Beyond so many full groups, callers wait before they may queue.
    private static final int MOST_GROUPS = 16;

    /// What one caller wants written together, at most a group of it, and what became of it.
    static final class Offer {

        private final List<Wish> wishes;
        private final int bytes;
        private final Condition turn;
        private List<Committed> outcomes = List.of();
        private boolean leads;
        private boolean answered;

        private Offer(List<Wish> wishes, Condition turn) {
            this.wishes = wishes;
            this.bytes = wishes.stream().mapToInt(Wish::bytes).sum();
            this.turn = turn;
        }

        List<Wish> wishes() {
            return wishes;
        }

        void answer(List<Committed> outcomes) {
            this.outcomes = outcomes;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition idle = lock.newCondition();
    private final ArrayDeque<Offer> waiting = new ArrayDeque<>();
    private final Function<List<Offer>, Runnable> write;
    private int wishes;
    private long bytes;
    private boolean led;
    private boolean closed;

    /// `write` must answer each offer of its group. What it returns is run when the next writer has
    /// taken over.
    CommitQueue(Function<List<Offer>, Runnable> write) {
        this.write = write;
    }

    /// Returns when the wishes are answered: an outcome for each, in their order.
    List<Committed> pass(List<Wish> wanted) {
        var offer = new Offer(wanted, lock.newCondition());
        var group = await(offer);
        if (!group.isEmpty()) {
            Runnable rest;
            try {
                rest = write.apply(group);
            } finally {
                handOver(group);
            }
            rest.run();
        }
        return offer.outcomes;
    }

    /// Waits until the offer is answered, or leads: then this is the group to write.
    private List<Offer> await(Offer offer) {
        lock.lock();
        try {
            while (isFull() && !closed) {
                room.awaitUninterruptibly();
            }
            if (closed) {
                offer.answer(Committed.Unknown.ofAll(offer.wishes.size(), "the box is closed"));
                return List.of();
            }
            waiting.add(offer);
            wishes += offer.wishes.size();
            bytes += offer.bytes;
            while (led && !offer.leads && !offer.answered) {
                offer.turn.awaitUninterruptibly();
            }
            if (offer.answered) {
                return List.of();
            }
            led = true;
            return group();
        } finally {
            lock.unlock();
        }
    }

    /// How many wishes are queued and not yet being written.
    int waiting() {
        lock.lock();
        try {
            return wishes;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return wishes >= MOST_GROUPS * MOST_WISHES || bytes >= (long) MOST_GROUPS * MOST_BYTES;
    }

    /// The longest run of what waits that fits into one frame; the first always does.
    private List<Offer> group() {
        var group = new ArrayList<Offer>();
        int count = 0;
        long weight = 0;
        while (!waiting.isEmpty()) {
            Offer next = waiting.element();
            count += next.wishes.size();
            weight += next.bytes;
            if (!group.isEmpty() && (count > MOST_WISHES || weight > MOST_BYTES)) {
                break;
            }
            group.add(waiting.remove());
            wishes -= next.wishes.size();
            bytes -= next.bytes;
        }
        room.signalAll();
        return group;
    }

    private void handOver(List<Offer> group) {
        lock.lock();
        try {
            for (Offer offer : group) {
                offer.answered = true;
                offer.turn.signal();
            }
            if (waiting.isEmpty()) {
                led = false;
                idle.signalAll();
            } else {
                waiting.element().leads = true;
                waiting.element().turn.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Returns when all who wait are answered; who comes later is turned away.
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
            while (led) {
                idle.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
