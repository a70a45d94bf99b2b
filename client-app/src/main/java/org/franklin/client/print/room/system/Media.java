package org.franklin.client.print.room.system;

import org.franklin.client.print.page.Page;

import java.util.Locale;

/// The names by which CUPS knows the paper of a page. Paper goes in by its short edge, whichever
/// way the page lies.
final class Media {

    private static final double POINTS_PER_INCH = 72;

    /// CUPS cuts a custom size to whole points, and may cut one too many. A hair more keeps the
    /// page where it is: without it the bars of an envelope come out between dots.
    private static final double HAIR = 0.1;

    private Media() {}

    /// A size that the queue's driver lists: its name in PWG 5101.1, which CUPS matches with
    /// whatever the driver calls the same size.
    static String listed(Page page) {
        String size = "%sx%sin".formatted(inches(narrow(page)), inches(wide(page)));
        return switch (size) {
            case "4.125x9.5in" -> "na_number-10_" + size;
            case "4x6in" -> "na_index-4x6_" + size;
            default -> "custom_" + size + "_" + size;
        };
    }

    /// A size for a queue that takes any.
    static String custom(Page page) {
        return String.format(
                Locale.ROOT,
                "Custom.%.1fx%.1f",
                narrow(page) * POINTS_PER_INCH + HAIR,
                wide(page) * POINTS_PER_INCH + HAIR);
    }

    /// As one writes them, without zeros at the end: 9.5, 4.125.
    static String inches(double size) {
        return String.format(Locale.ROOT, "%.3f", size).replaceFirst("\\.?0+$", "");
    }

    private static double narrow(Page page) {
        return Math.min(page.width(), page.height());
    }

    private static double wide(Page page) {
        return Math.max(page.width(), page.height());
    }
}
