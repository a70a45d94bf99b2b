package org.franklin.client.ui;

import java.time.Duration;
import java.util.function.IntConsumer;

/// Counts seconds down on the window thread, one after the other.
public final class Countdown {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Background background;
    private Background.Pending tick = () -> {};

    public Countdown(Background background) {
        this.background = background;
    }

    /// Shows `seconds` now, each second one less, and runs `atZero` in place of showing zero. A
    /// count that still runs is stopped.
    public void from(int seconds, IntConsumer show, Runnable atZero) {
        tick.cancel();
        show.accept(seconds);
        tick =
                background.after(
                        SECOND,
                        () -> {
                            if (seconds <= 1) {
                                atZero.run();
                            } else {
                                from(seconds - 1, show, atZero);
                            }
                        });
    }

    public void stop() {
        tick.cancel();
    }
}
