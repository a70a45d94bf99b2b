package org.franklin.datacenter.command;

import org.franklin.datacenter.DataCenter;

import java.util.concurrent.CountDownLatch;

/// Serves until the process is told to end, by Ctrl-C or by the system, and closes in order.
final class Serving {

    private Serving() {}

    /// Returns only where this thread is interrupted.
    static int untilTheEnd(DataCenter dataCenter, Terminal terminal) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            dataCenter.close();
                            terminal.say("Closed.");
                        }));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Exit.FINE;
    }
}
