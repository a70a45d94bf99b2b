package org.franklin.client.ui;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Background work on a virtual thread for each task. What a task throws is a fault of the program
/// or of the machine, and is handed to `fault` on the window thread.
public final class VirtualThreads implements Background {

    private final Executor windowThread;
    private final Consumer<Throwable> fault;

    public VirtualThreads(Executor windowThread, Consumer<Throwable> fault) {
        this.windowThread = windowThread;
        this.fault = fault;
    }

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> done) {
        start(() -> {
            T result = work.get();
            windowThread.execute(() -> done.accept(result));
        });
    }

    @Override
    public Pending after(Duration delay, Runnable step) {
        var isCancelled = new AtomicBoolean();
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, windowThread)
                .execute(() -> {
                    if (!isCancelled.get()) {
                        step.run();
                    }
                });
        return () -> isCancelled.set(true);
    }

    private Thread start(Runnable task) {
        return Thread.ofVirtual()
                .name("background")
                .uncaughtExceptionHandler(
                        (_, thrown) -> windowThread.execute(() -> fault.accept(thrown)))
                .start(task);
    }
}
