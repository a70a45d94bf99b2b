package org.franklin.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class VirtualThreadsTest {

    private final ExecutorService windowThread = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final VirtualThreads background = new VirtualThreads(windowThread, heard::add);

    @AfterEach
    void stop() {
        windowThread.shutdownNow();
    }

    @Test
    void worksElsewhereAndHandsOverOnTheWindowThread() throws Exception {
        var window = windowThread.submit(Thread::currentThread).get();
        background.run(
                Thread::currentThread,
                worker -> {
                    heard.add(worker);
                    heard.add(Thread.currentThread());
                });

        var worker = next();
        assertNotEquals(window, worker);
        assertTrue(((Thread) worker).isVirtual());
        assertEquals(window, next());
    }

    @Test
    void handsAFaultToWhoeverTellsTheMailer() throws Exception {
        var fault = new IllegalStateException("a broken disk");
        background.run(
                () -> {
                    throw fault;
                },
                _ -> heard.add("done"));

        assertEquals(fault, next());
    }

    @Test
    void aStepComesAfterItsDelay() throws Exception {
        background.after(Duration.ofMillis(1), () -> heard.add("step"));

        assertEquals("step", next());
    }

    @Test
    void aCancelledStepNeverComes() throws Exception {
        background.after(Duration.ofMillis(20), () -> heard.add("step")).cancel();
        background.after(Duration.ofMillis(60), () -> heard.add("later"));

        assertEquals("later", next());
        assertTrue(heard.isEmpty());
    }

    private Object next() throws InterruptedException {
        var next = heard.poll(10, TimeUnit.SECONDS);
        assertFalse(next == null, "nothing came");
        return java.util.Objects.requireNonNull(next);
    }
}
