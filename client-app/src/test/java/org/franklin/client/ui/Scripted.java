package org.franklin.client.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Background work and time that go as a test says: work is begun and its outcome is handed over in
/// any order, and steps fall due when time passes.
public final class Scripted implements Background {

    private record Step(Duration due, Runnable step) {}

    private final List<Runnable> open = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        open.add(() -> {
            T outcome = work.get();
            open.add(() -> done.accept(outcome));
        });
    }

    @Override
    public Pending after(Duration delay, Runnable step) {
        var pending = new Step(now.plus(delay), step);
        steps.add(pending);
        return () -> steps.remove(pending);
    }

    @Override
    public void stop() {
        open.clear();
        steps.clear();
    }

    /// How much work is to be begun, and how many outcomes are to be handed over.
    public int open() {
        return open.size();
    }

    public int steps() {
        return steps.size();
    }

    /// Begins the piece of work, or hands over the outcome, with this number: the oldest has 0.
    public void go(int number) {
        open.remove(number).run();
    }

    public void goAll() {
        while (!open.isEmpty()) {
            go(0);
        }
    }

    /// Lets time pass, and takes the steps that fall due on the way, in order.
    public void pass(long millis) {
        var end = now.plusMillis(millis);
        while (true) {
            var next =
                    steps.stream()
                            .filter(step -> step.due().compareTo(end) <= 0)
                            .min(Comparator.comparing(Step::due));
            if (next.isEmpty()) {
                now = end;
                return;
            }
            steps.remove(next.get());
            now = next.get().due();
            next.get().step().run();
        }
    }
}
