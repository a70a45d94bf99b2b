package org.franklin.client.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Background work that is done at once, and a clock that moves only when it is told to.
public final class Immediate implements Background, InstantSource {

    private record Step(Instant due, Runnable step) {}

    private final List<Step> steps = new ArrayList<>();
    private Instant now;

    public Immediate(Instant now) {
        this.now = now;
    }

    public Immediate() {
        this(Instant.parse("2026-11-23T14:14:02Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        done.accept(work.get());
    }

    @Override
    public Pending after(Duration delay, Runnable step) {
        var pending = new Step(now.plus(delay), step);
        steps.add(pending);
        return () -> steps.remove(pending);
    }

    /// Lets time pass, and runs what falls due on the way, in order.
    public void pass(Duration time) {
        var end = now.plus(time);
        while (true) {
            var next = steps.stream().min(Comparator.comparing(Step::due));
            if (next.isEmpty() || next.get().due().isAfter(end)) {
                now = end;
                return;
            }
            steps.remove(next.get());
            now = next.get().due();
            next.get().step().run();
        }
    }

    public boolean isWaiting() {
        return !steps.isEmpty();
    }
}
