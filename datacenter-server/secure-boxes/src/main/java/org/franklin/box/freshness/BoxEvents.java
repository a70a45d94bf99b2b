package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The audit chain of one box in memory: each entry names the hash of the one before.
final class BoxEvents {

    /// One thing that goes on and on is noted once in this time, so that nobody can fill the disk.
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final int LOOKED_BACK = 64;

    private final List<BoxEvent> events = new ArrayList<>();
    private Hash head = Hash.NONE;

    void add(BoxEvent event) {
        events.add(event);
        head = Canonical.hash(event);
    }

    Optional<BoxEvent> next(Instant time, BoxEvent.Kind kind, String subject, String detail) {
        boolean noted =
                events.stream()
                        .skip(Math.max(0, events.size() - LOOKED_BACK))
                        .anyMatch(event ->
                                event.kind() == kind
                                        && event.subject().equals(subject)
                                        && event.time().plus(QUIET).isAfter(time));
        return noted
                ? Optional.empty()
                : Optional.of(new BoxEvent(events.size() + 1L, head, time, kind, subject, detail));
    }

    List<BoxEvent> from(long number, int most) {
        return events.stream().filter(event -> event.number() >= number).limit(most).toList();
    }
}
