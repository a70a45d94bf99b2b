package org.franklin.client.print;

import org.franklin.client.print.page.Lettering;
import org.franklin.client.print.page.Mark;
import org.franklin.client.print.page.Mark.Anchor;
import org.franklin.client.print.page.Mark.Bar;
import org.franklin.client.print.page.Mark.Ink;
import org.franklin.client.print.page.Mark.Words;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.DataMatrix;

import java.util.ArrayList;
import java.util.List;

/// A page while a layout draws it: collects marks, and the first reason why it cannot be printed.
///
/// Distances are inches. `fromRight` counts from the right edge, as the Post's rules do for
/// everything that belongs to the indicium.
final class Drawing {

    /// Small type stays readable for the Post's machines down to this size.
    static final double LEAST_POINTS = 8;

    static final double STEP = 0.5;
    private static final int LONGEST_QUOTE = 40;
    private static final int BAND_TOP = 13;
    private static final int BAND_MODULES = 14;
    private static final Lettering VOID = Lettering.bold(18);
    private static final double VOID_CAPITALS = 0.182;

    private final Stock stock;
    private final Resolution resolution;
    private final List<Mark> marks = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Drawing(Stock stock, Resolution resolution) {
        this.stock = stock;
        this.resolution = resolution;
    }

    double x(double fromRight) {
        return stock.width() - fromRight;
    }

    void left(double x, double baseline, Lettering lettering, String words) {
        words(words, lettering, Anchor.LEFT, x, baseline);
    }

    void right(double fromRight, double baseline, Lettering lettering, String words) {
        words(words, lettering, Anchor.RIGHT, x(fromRight), baseline);
    }

    /// The largest type, from the given one down to 8 pt, in which every line is narrow enough; 8
    /// pt if none is.
    static Lettering shrunk(Lettering lettering, List<String> lines, double widest) {
        var fitting = lettering;
        while (fitting.points() > LEAST_POINTS && !areWithin(fitting, lines, widest)) {
            fitting = fitting.sized(fitting.points() - STEP);
        }
        return fitting;
    }

    static boolean areWithin(Lettering lettering, List<String> lines, double widest) {
        return lines.stream().allMatch(line -> lettering.width(line) <= widest);
    }

    /// A mailer's words within a sentence, no longer than a sentence bears.
    static String quoted(String words) {
        return words.length() <= LONGEST_QUOTE
                ? "“" + words + "”"
                : "“" + words.substring(0, LONGEST_QUOTE) + "…”";
    }

    void refuse(String reason) {
        refusals.add(reason);
    }

    /// Says no to words that the typeface lacks, so that nothing is measured or drawn half.
    boolean canPrint(Lettering lettering, List<String> lines) {
        var unprintable = lines.stream().filter(line -> !lettering.face().prints(line)).findFirst();
        unprintable.ifPresent(line ->
                refuse(
                        quoted(line)
                                + " has a character that cannot be printed:"
                                + " use Latin letters."));
        return unprintable.isEmpty();
    }

    void rule(double left, double fromRight, double top, double thickness) {
        int from = resolution.dots(left);
        bar(
                from,
                resolution.dots(top),
                resolution.dots(x(fromRight)) - from,
                resolution.dots(thickness),
                Ink.BLACK);
    }

    /// A bar of the FIM, by its left edge.
    void facingBar(double fromRight, double top, double height) {
        bar(
                resolution.dots(x(fromRight)),
                resolution.dots(top),
                resolution.facingBar(),
                resolution.dots(height),
                Ink.BLACK);
    }

    /// The symbol, by its upper right corner; a sample's lies under a white band that says VOID.
    void symbol(Imprint imprint, double fromRight, double top) {
        int module = resolution.module();
        int left = resolution.dots(x(fromRight)) - DataMatrix.SIZE * module;
        int upper = resolution.dots(top);
        var ink = imprint.isVoid() ? Ink.VOID : Ink.BLACK;
        for (var run : DataMatrix.of(imprint.symbol()).runs()) {
            bar(
                    left + run.column() * module,
                    upper + run.row() * module,
                    run.length() * module,
                    module,
                    ink);
        }
        if (imprint.isVoid()) {
            band(left, upper + BAND_TOP * module);
        }
    }

    LaidOut finish() {
        return refusals.isEmpty()
                ? new LaidOut.Fits(new Page(stock.width(), stock.height(), resolution, marks))
                : new LaidOut.DoesNotFit(refusals.getFirst());
    }

    private void band(int left, int top) {
        int width = DataMatrix.SIZE * resolution.module();
        int height = BAND_MODULES * resolution.module();
        bar(left, top, width, height, Ink.WHITE);
        double middle = inches(left) + inches(width) / 2;
        double baseline = inches(top) + (inches(height) + VOID_CAPITALS) / 2;
        left(middle - VOID.width(Legend.VOID) / 2, baseline, VOID, Legend.VOID);
    }

    private double inches(int dots) {
        return (double) dots / resolution.dpi();
    }

    private void words(
            String words, Lettering lettering, Anchor anchor, double x, double baseline) {
        if (canPrint(lettering, List.of(words))) {
            marks.add(new Words(words, lettering, anchor, x, baseline));
        }
    }

    private void bar(int left, int top, int width, int height, Ink ink) {
        marks.add(new Bar(left, top, width, height, ink));
    }
}
