package org.franklin.client.print.room.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How long Franklin waits for code of the system that may never come back.
record TimeLimit(Duration limit) {

    /// What the call gives; empty if it does not in time, or fails. A call that hangs keeps its
    /// thread, which does not keep the program from ending.
    <T> Optional<T> within(Callable<T> call) {
        var task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("printer driver").start(task);
        try {
            return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
