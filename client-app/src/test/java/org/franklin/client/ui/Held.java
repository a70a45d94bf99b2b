package org.franklin.client.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Background work that is not done before the test lets it: what a window shows meanwhile can be
/// looked at.
public final class Held implements Background {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Deque<Runnable> steps = new ArrayDeque<>();

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        waiting.add(() -> done.accept(work.get()));
    }

    @Override
    public Pending after(Duration delay, Runnable step) {
        steps.add(step);
        return () -> steps.remove(step);
    }

    /// Takes the steps that wait for their time, the oldest first.
    public void releaseSteps() {
        for (int count = steps.size(); count > 0; count--) {
            steps.remove().run();
        }
    }

    @Override
    public void stop() {
        waiting.clear();
    }

    public int size() {
        return waiting.size();
    }

    /// Does the oldest piece of work.
    public void release() {
        waiting.remove().run();
    }

    public void releaseAll() {
        while (!waiting.isEmpty()) {
            release();
        }
    }
}
