package org.franklin.datacenter.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One run from one seed: again and again something happens that can happen, as the seed draws it;
/// then faults end, everybody gets what is owed, and the books are closed.
final class Run {

    /// What a run was, for the line that the test prints; `trace` differs where any event does.
    record Report(long steps, long crashes, long faults, long pieces, Duration time, int trace) {
        Report plus(Report more) {
            return new Report(
                    steps + more.steps,
                    crashes + more.crashes,
                    faults + more.faults,
                    pieces + more.pieces,
                    time.plus(more.time),
                    31 * trace + more.trace);
        }
    }

    private static final int EVENTS = 400;
    private static final int LAST = 30;

    private final World world;
    private final Accidents accidents;
    private final List<Event> events = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private int trace;

    private Run(World world) {
        this.world = world;
        accidents = new Accidents(world);
        events.addAll(new Traffic(world).events());
        events.addAll(accidents.events());
    }

    /// Throws an [AssertionError] that names the seed where a promise is broken.
    static Report of(Factory factory, long seed, Variation variation) {
        var run = new Run(new World(factory, seed, variation));
        try {
            return run.go();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed %d (%s): %s%nreplay it with -Dseed=%d; the last events were:%n%s"
                            .formatted(
                                    seed,
                                    run.world.nature,
                                    e.getMessage(),
                                    seed,
                                    String.join(System.lineSeparator(), run.last)),
                    e);
        }
    }

    private Report go() {
        int total = events.stream().mapToInt(Event::weight).sum();
        for (int i = 0; i < EVENTS; i++) {
            happen(total);
            world.clock.pass(Duration.ofMillis(world.chance.below(3_000)));
        }
        note("faults end");
        world.handlers.clear();
        world.database.commit(false);
        new Closing(world).close();
        return new Report(
                EVENTS,
                accidents.crashes(),
                accidents.faults(),
                world.wall.ledger().pieces(),
                world.clock.passed(),
                trace);
    }

    private void happen(int total) {
        String what = Event.NONE;
        while (what.equals(Event.NONE)) {
            int draw = world.chance.below(total);
            int i = 0;
            while (draw >= events.get(i).weight()) {
                draw -= events.get(i).weight();
                i++;
            }
            what = events.get(i).happens().get();
        }
        note(what);
    }

    private void note(String what) {
        trace = 31 * trace + what.hashCode();
        last.add(what);
        if (last.size() > LAST) {
            last.remove();
        }
    }
}
