package org.franklin.box.freshness;

import org.franklin.box.BoxEvent.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps strangers from filling the disk with audit entries: of one kind, one a minute for each
/// subject and a hundred a minute in all. What is left out is counted. Whatever log keeps the
/// entries, they are bounded here.
public final class NoteLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 100;

    /// What was noted of one kind in the last minute, oldest first, and what was left out since.
    private static final class Flow {
        final LinkedHashMap<String, Instant> noted = new LinkedHashMap<>();
        long leftOut;
    }

    private final Map<Kind, Flow> flows = new EnumMap<>(Kind.class);

    /// The detail to note, with the count of what was left out before it; empty if this is left out
    /// too.
    public synchronized Optional<String> admit(
            Instant time, Kind kind, String subject, String detail) {
        var flow = flows.computeIfAbsent(kind, _ -> new Flow());
        flow.noted.values().removeIf(noted -> isOver(noted, time));
        if (flow.noted.containsKey(subject) || flow.noted.size() >= MOST) {
            flow.leftOut++;
            return Optional.empty();
        }
        flow.noted.put(subject, time);
        long leftOut = flow.leftOut;
        flow.leftOut = 0;
        return Optional.of(
                leftOut == 0
                        ? detail
                        : detail + " (before it, " + leftOut + " of this kind were not noted)");
    }

    /// A clock that was put back must not silence the box for long.
    private static boolean isOver(Instant noted, Instant time) {
        return Duration.between(noted, time).abs().compareTo(MINUTE) >= 0;
    }
}
