package org.franklin.client.signon;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.ui.Background;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Watches whether anybody is there: after 14 minutes without a key or a click it warns, after 15
/// the session is over.
public final class IdleModel {

    public static final Duration LONGEST = Duration.ofMinutes(15);
    public static final Duration WARNING = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ReadOnlyObjectWrapper<Presence> presence =
            new ReadOnlyObjectWrapper<>(new Presence.Nobody());
    private final Background background;
    private final InstantSource clock;
    private Instant lastTouch;
    private Background.Pending next = () -> {};

    public IdleModel(Background background, InstantSource clock) {
        this.background = background;
        this.clock = clock;
        this.lastTouch = clock.instant();
    }

    public ReadOnlyObjectProperty<Presence> presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /// Somebody signed on.
    public void begin() {
        next.cancel();
        lastTouch = clock.instant();
        presence.set(new Presence.Here());
        watch();
    }

    /// A key or the mouse was used.
    public void touch() {
        lastTouch = clock.instant();
        if (presence.get() instanceof Presence.Leaving) {
            presence.set(new Presence.Here());
        }
    }

    /// Somebody signed out.
    public void end() {
        next.cancel();
        presence.set(new Presence.Nobody());
    }

    private void watch() {
        var left = Duration.between(clock.instant(), lastTouch.plus(LONGEST));
        var untilWarning = left.minus(WARNING);
        next = background.after(untilWarning.isPositive() ? untilWarning : SECOND, this::look);
    }

    private void look() {
        var left = Duration.between(clock.instant(), lastTouch.plus(LONGEST));
        if (!left.isPositive()) {
            presence.set(new Presence.TimedOut());
            return;
        }
        if (left.compareTo(WARNING) <= 0) {
            presence.set(new Presence.Leaving(Math.toIntExact(left.toSeconds())));
        }
        watch();
    }
}
