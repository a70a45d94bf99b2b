package org.franklin.client.ui;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where slow work goes, so that no window ever waits. Windows and models are touched on one thread
/// only, the window thread.
public interface Background {

    /// Runs the work elsewhere, then hands its result over on the window thread.
    <T> void run(Supplier<T> work, Consumer<T> done);

    /// Runs a step on the window thread when the delay is over, unless it was cancelled.
    Pending after(Duration delay, Runnable step);

    /// A step that is still to come.
    interface Pending {
        void cancel();
    }
}
