package org.franklin.client.print.room.system;

import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;

import java.util.Locale;

/// A paper size that a printer has, as it is fed: width and height, and how much stays blank at the
/// left and right edges (`beside`) and at the upper and lower ones (`ends`). In inches.
///
/// A page that lies may come out turned either way, so opposite edges count as equally blank: the
/// worse one of the two decides.
record Sheet(double width, double height, double beside, double ends) {

    private static final double TOLERANCE = 0.04;
    private static final double POINTS_PER_INCH = 72;
    private static final double CAPITALS = 0.73;
    private static final double DESCENDERS = 0.22;

    /// Bars of the FIM begin higher up, but one that loses this much of its head is still one.
    private static final double LEAST_TOP_OF_BARS = 0.125;

    Sheet {
        if (!(width > 0) || !(height > 0) || !(beside >= 0) || !(ends >= 0)) {
            throw new IllegalArgumentException("a sheet has a size and no negative edges");
        }
    }

    boolean isFor(Page page) {
        return isUpright(page) || isTurned(page);
    }

    /// Whether all marks of a page for which it [is][#isFor] lie where the printer reaches.
    boolean reaches(Page page) {
        double beside = isUpright(page) ? this.beside : ends;
        double ends = isUpright(page) ? this.ends : this.beside;
        return page.marks().stream()
                .allMatch(mark ->
                        switch (mark) {
                            case Bar bar -> isWithin(bar, page, beside, ends);
                            case Words words -> isWithin(words, page, beside, ends);
                        });
    }

    String blank() {
        return String.format(Locale.ROOT, "%.2f in", Math.max(beside, ends));
    }

    private boolean isUpright(Page page) {
        return isNear(page.width(), width) && isNear(page.height(), height);
    }

    private boolean isTurned(Page page) {
        return isNear(page.width(), height) && isNear(page.height(), width);
    }

    private static boolean isNear(double size, double other) {
        return Math.abs(size - other) <= TOLERANCE;
    }

    private static boolean isWithin(Bar bar, Page page, double beside, double ends) {
        double dot = 1.0 / page.resolution().dpi();
        double top = Math.max(bar.top() * dot, LEAST_TOP_OF_BARS);
        return bar.left() * dot >= beside
                && (bar.left() + bar.width()) * dot <= page.width() - beside
                && top >= ends
                && (bar.top() + bar.height()) * dot <= page.height() - ends;
    }

    private static boolean isWithin(Words words, Page page, double beside, double ends) {
        double em = words.lettering().points() / POINTS_PER_INCH;
        return words.left() >= beside
                && words.right() <= page.width() - beside
                && words.baseline() - CAPITALS * em >= ends
                && words.baseline() + DESCENDERS * em <= page.height() - ends;
    }
}
