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
            new ReadOnlyObjectWrapper<>(new Presence.Gone());
    private final Background background;
    private final InstantSource clock;
    private Instant lastTouch;

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
        boolean isWatching = !(presence.get() instanceof Presence.Gone);
        lastTouch = clock.instant();
        presence.set(new Presence.Here());
        if (!isWatching) {
            watch();
        }
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
        presence.set(new Presence.Gone());
    }

    private void watch() {
        var left = Duration.between(clock.instant(), lastTouch.plus(LONGEST));
        var untilWarning = left.minus(WARNING);
        background.after(untilWarning.isPositive() ? untilWarning : SECOND, this::look);
    }

    private void look() {
        if (presence.get() instanceof Presence.Gone) {
            return;
        }
        var left = Duration.between(clock.instant(), lastTouch.plus(LONGEST));
        if (!left.isPositive()) {
            presence.set(new Presence.Gone());
            return;
        }
        if (left.compareTo(WARNING) <= 0) {
            presence.set(new Presence.Leaving(Math.toIntExact(left.toSeconds())));
        }
        watch();
    }
}
