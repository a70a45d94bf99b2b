package org.franklin.client;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Listens how long the window thread is busy at one stretch while a story plays, and prints it.
///
/// A thread beside it hands the window thread an empty task, a millisecond after the one before was
/// done; how long the task waits is how long a key or a click would have waited. So everything
/// counts that holds the window thread: handlers, style and layout, the toolkit, a test's own steps
/// on that thread, and also pauses of the machine. Nothing is subtracted. A stretch that begins
/// between two tasks is seen up to a millisecond too short. Painting, which is another thread's
/// work, and what a screen does with a frame are not seen.
///
/// ```java
/// var pulse = Pulse.listen();
/// // the story
/// pulse.print("typing");
/// ```
public final class Pulse {

    /// How long a frame lasts, at 60 in a second.
    private static final double FRAME = 16;

    private static final int IDLE_PULSES = 180;
    private static final int WORST = 5;

    /// A time that the window thread did nothing else, in milliseconds, and what it did.
    private record Stretch(double millis, String where) {}

    private final ConcurrentLinkedQueue<Stretch> stretches = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger pulses = new AtomicInteger();
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.incrementAndGet();
                }
            };
    private final Thread listener = Thread.ofPlatform().daemon().name("pulse").unstarted(this::go);

    private Pulse() {}

    /// Starts the toolkit if need be. A frame is asked for at every pulse, as if something moved.
    public static Pulse listen() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not start", e);
        }
        var pulse = new Pulse();
        WaitForAsyncUtils.waitForAsyncFx(10_000, pulse.frames::start);
        pulse.listener.start();
        return pulse;
    }

    /// Stops, listens to an empty window as to what these figures are divided by, and prints `BENCH
    /// fx-longest-NAME` and `BENCH fx-over-16ms-NAME`, after the worst stretches.
    public void print(String name) {
        end();
        var idle = idle();
        stretches.stream()
                .filter(each -> each.millis > FRAME)
                .sorted(Comparator.comparingDouble(Stretch::millis).reversed())
                .limit(WORST)
                .forEach(each -> say("      %8.1f ms in %s", each.millis, each.where));
        say("      fx-longest-idle %.1f ms, %d pulses", idle.longest(), idle.pulses.get());
        say("      fx-pulses-%s %d", name, pulses.get());
        say(
                "BENCH fx-longest-%s %.1f ms %.2f fx-longest-idle",
                name, longest(), longest() / idle.longest());
        long over = stretches.stream().filter(each -> each.millis > FRAME).count();
        say(
                "BENCH fx-over-16ms-%s %d stretches %.4f fx-pulses-%s",
                name, over, (double) over / pulses.get(), name);
    }

    private double longest() {
        return stretches.stream().mapToDouble(Stretch::millis).max().orElseThrow();
    }

    private static Pulse idle() {
        try {
            var stage = FxToolkit.registerStage(Stage::new);
            WaitForAsyncUtils.waitForAsyncFx(
                    10_000,
                    () -> {
                        stage.setScene(new Scene(new Region(), 1000, 720));
                        stage.show();
                    });
            WaitForAsyncUtils.waitForFxEvents();
            var pulse = listen();
            WaitForAsyncUtils.waitFor(
                    60, TimeUnit.SECONDS, () -> pulse.pulses.get() >= IDLE_PULSES);
            pulse.end();
            WaitForAsyncUtils.waitForAsyncFx(10_000, stage::close);
            return pulse;
        } catch (TimeoutException e) {
            throw new AssertionError("no frames come", e);
        }
    }

    private void end() {
        isOver.set(true);
        try {
            listener.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, frames::stop);
    }

    private void go() {
        try {
            while (!isOver.get()) {
                stretches.add(beat());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Stretch beat() throws InterruptedException {
        var done = new CountDownLatch(1);
        long[] at = new long[1];
        long from = System.nanoTime();
        Platform.runLater(() -> {
            at[0] = System.nanoTime();
            done.countDown();
        });
        String where = "";
        if (!done.await((long) FRAME, TimeUnit.MILLISECONDS)) {
            where = where();
            done.await();
        }
        return new Stretch((at[0] - from) / 1e6, where);
    }

    /// What of Franklin the window thread is in, or else what of the toolkit.
    private static String where() {
        var frames =
                Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> thread.getKey().getName().startsWith("JavaFX App"))
                        .findFirst()
                        .map(thread -> List.of(thread.getValue()))
                        .orElse(List.of());
        return frames.stream()
                .filter(frame -> frame.getClassName().startsWith("org.franklin."))
                .findFirst()
                .or(() -> frames.stream().findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .orElse("nothing");
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
