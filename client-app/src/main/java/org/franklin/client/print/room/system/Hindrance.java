package org.franklin.client.print.room.system;

import org.franklin.client.print.room.Printing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What keeps a printer from taking a page: what is said of it, what to do, and the keywords (RFC
/// 8011, 5.4.12) by which a printer reports it. The first in this order is the one to mend first.
enum Hindrance {
    REMOVED("was removed from this computer", "Choose another printer."),
    NO_SPOOLER(
            "cannot be reached: this computer's print service is not running",
            "Start it, and print again."),
    SILENT("does not answer", "See whether it is on, and print again."),
    JAMMED("has a paper jam", "Clear it, and print again.", "media-jam"),
    OUT_OF_PAPER("is out of paper", "Add paper, and print again.", "media-empty|media-needed"),
    NO_TRAY("has no tray in", "Put it in, and print again.", "input-tray-missing"),
    OPEN("is open", "Close it, and print again.", "(cover|door|interlock)-open"),
    OUT_OF_INK(
            "is out of ink or toner",
            "Put in a new one, and print again.",
            "marker-supply-(empty|missing)|toner-(empty|missing)|developer-empty"),
    UNREACHED(
            "is switched off or not connected",
            "Switch it on, and print again.",
            "offline|shutdown|timed-out|connecting-to-device"),
    NO_DRIVER(
            "lacks a part of its driver",
            "Install the driver again, or choose another printer.",
            "cups-(missing|insecure)-filter"),
    PAUSED(
            "is paused",
            "Resume it in this computer's printer settings, and print again.",
            "paused|moving-to-paused"),
    REJECTING(
            "takes no jobs",
            "Let it in this computer's printer settings, or choose another printer."),
    STOPPED("has stopped", "Look what it shows, and print again."),
    UNWILLING(
            "did not take the page",
            "Look at this computer's printer settings, or choose another printer."),
    UNSURE(
            "did not say whether it took the page",
            "Look at the tray and at its jobs before you print again.");

    private static final String NONE = "(?!)";

    private final String says;
    private final String remedy;
    private final Pattern keywords;

    Hindrance(String says, String remedy) {
        this(says, remedy, NONE);
    }

    Hindrance(String says, String remedy, String keywords) {
        this.says = says;
        this.remedy = remedy;
        this.keywords = Pattern.compile(keywords);
    }

    /// The hindrance that a printer reports by some of these keywords, with or without a severity
    /// behind.
    static Optional<Hindrance> reported(List<String> reasons) {
        return Arrays.stream(values())
                .filter(hindrance ->
                        reasons.stream()
                                .anyMatch(reason -> hindrance.keywords.matcher(reason).lookingAt()))
                .findFirst();
    }

    /// What follows the printer's name: "is out of paper".
    String says() {
        return says;
    }

    Printing.NotOut notOut(String printer) {
        return new Printing.NotOut("%s %s. %s".formatted(printer, says, remedy));
    }
}
