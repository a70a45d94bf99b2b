package org.franklin.client.print.room.system;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What CUPS says of a queue: its title, empty if there is none, whether it takes jobs, what it
/// does, and why it does not print.
///
/// Reasons stay in an idle queue's record until its next job, long after somebody has put in paper;
/// so they count only while it prints or has stopped.
record QueueState(String title, boolean accepting, Doing doing, List<String> reasons) {

    enum Doing {
        IDLE,
        PRINTING,
        STOPPED
    }

    private static final Pattern NUMBER = Pattern.compile("(?:^| )printer-state=([345])(?!\\S)");
    private static final Pattern REASONS =
            Pattern.compile("(?:^| )printer-state-reasons=([a-z0-9,.-]+)");
    private static final Pattern REJECTING =
            Pattern.compile("(?:^| )printer-is-accepting-jobs=false");
    // What is in quotation marks may hold the same marks; the next attribute ends it.
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?:^| )printer-info=(?:'(.{1,200}?)'|\"(.{1,200}?)\"|([^'\"\\s]\\S{0,200}))"
                            + "(?= [a-z][a-z0-9-]*[= ]|\\s*$)");

    QueueState {
        reasons = List.copyOf(reasons);
    }

    /// Reads what `lpoptions -p` writes; empty if that is no queue's state.
    static Optional<QueueState> read(String attributes) {
        var number = NUMBER.matcher(attributes);
        if (!number.find()) {
            return Optional.empty();
        }
        var doing =
                switch (number.group(1)) {
                    case "4" -> Doing.PRINTING;
                    case "5" -> Doing.STOPPED;
                    default -> Doing.IDLE;
                };
        var reasons = REASONS.matcher(attributes);
        return Optional.of(
                new QueueState(
                        title(attributes),
                        !REJECTING.matcher(attributes).find(),
                        doing,
                        reasons.find() ? List.of(reasons.group(1).split(",", -1)) : List.of()));
    }

    /// What a person should see to, now or soon.
    Optional<Hindrance> trouble() {
        return doing == Doing.PRINTING
                ? halt().or(() -> Hindrance.reported(ending("-error", "-warning")))
                : halt();
    }

    /// What surely keeps a page from coming out: warnings may be of another tray.
    Optional<Hindrance> halt() {
        var halted =
                switch (doing) {
                    case IDLE -> Optional.<Hindrance>empty();
                    case PRINTING -> Hindrance.reported(ending("-error"));
                    case STOPPED ->
                            Hindrance.reported(reasons).or(() -> Optional.of(Hindrance.STOPPED));
                };
        return halted.or(() -> accepting ? Optional.empty() : Optional.of(Hindrance.REJECTING));
    }

    private List<String> ending(String... severities) {
        return reasons.stream()
                .filter(reason -> List.of(severities).stream().anyMatch(reason::endsWith))
                .toList();
    }

    private static String title(String attributes) {
        var title = TITLE.matcher(attributes);
        if (!title.find()) {
            return "";
        }
        for (int group = 1; group <= title.groupCount(); group++) {
            var found = title.group(group);
            if (found != null) {
                return found.strip();
            }
        }
        return "";
    }
}
