package org.franklin.client.print;

import org.franklin.client.print.page.Lettering;

import java.util.List;
import java.util.Locale;

/// An upright 4 × 6 label: the indicium in the upper right corner, a banner with the class, the
/// addressee, and a line for the mailer's own notes. It needs no FIM: labels are faced by their
/// stock. Distances are inches, those of the indicium from the right edge.
final class LabelLayout {

    private static final double RIGHT = 0.280;
    private static final double WIDEST = 1.170;
    private static final double SYMBOL_TOP = 0.620;
    private static final double FIRST_FACT = 1.993;
    private static final double FACTS_PITCH = 0.38 / 3;

    private static final double MARGIN = 0.253;
    private static final double BANNER_BASELINE = 3.327;
    private static final double NOTES_TOP = 5.500;
    private static final double NOTES_BASELINE = 5.680;
    private static final double NOTES_GAP = 0.15;

    private static final AddressField SENDER =
            new AddressField(
                    "return address of a label",
                    MARGIN,
                    0.367,
                    1.750,
                    2.850,
                    Lettering.regular(9),
                    0.160,
                    true);
    private static final AddressField ADDRESSEE =
            new AddressField(
                    "address on a label",
                    0.500,
                    4.000,
                    3.247,
                    5.000,
                    Lettering.regular(14),
                    0.260,
                    false);

    private LabelLayout() {}

    static void draw(Imprint imprint, Drawing drawing) {
        var legend = Legend.of(imprint.evidence());
        indicium(imprint, legend, drawing);
        banner(legend, drawing);
        SENDER.draw(imprint.sender(), drawing);
        ADDRESSEE.draw(imprint.addressee(), drawing);
        notes(imprint, drawing);
    }

    private static void indicium(Imprint imprint, Legend legend, Drawing drawing) {
        drawing.right(RIGHT, 0.400, Lettering.bold(15).spaced(0.6), Legend.SPECIMEN);
        drawing.right(RIGHT, 0.533, Lettering.bold(8), Legend.NOT_VALID);
        drawing.symbol(imprint, RIGHT, SYMBOL_TOP);
        var amount = Drawing.shrunk(Lettering.bold(18), List.of(legend.amount()), WIDEST);
        drawing.right(RIGHT, 1.680, amount, legend.amount());
        drawing.right(RIGHT, 1.847, Lettering.regular(9), legend.mailClass());
        for (int i = 0; i < legend.facts().size(); i++) {
            drawing.right(
                    RIGHT,
                    FIRST_FACT + i * FACTS_PITCH,
                    Lettering.regular(8),
                    legend.facts().get(i));
        }
    }

    private static void banner(Legend legend, Drawing drawing) {
        drawing.rule(MARGIN, MARGIN, 3.000, 0.020);
        drawing.left(
                MARGIN,
                BANNER_BASELINE,
                Lettering.bold(16),
                legend.mailClass().toUpperCase(Locale.ROOT));
        drawing.right(MARGIN, BANNER_BASELINE, Lettering.regular(9), legend.shape());
        drawing.rule(MARGIN, MARGIN, 3.480, 0.020);
    }

    private static void notes(Imprint imprint, Drawing drawing) {
        String reference = imprint.reference();
        String costCode = imprint.costCode().isEmpty() ? "" : "Cost code " + imprint.costCode();
        if (reference.isEmpty() && costCode.isEmpty()) {
            return;
        }
        var type = Lettering.regular(Drawing.LEAST_POINTS);
        if (!drawing.canPrint(type, List.of(reference, costCode))) {
            return;
        }
        double room = drawing.x(MARGIN) - MARGIN;
        if (type.width(reference) + NOTES_GAP + type.width(costCode) > room) {
            drawing.refuse(
                    "The reference and the cost code are too long for one line: shorten them.");
            return;
        }
        drawing.rule(MARGIN, MARGIN, NOTES_TOP, 0.010);
        drawing.left(MARGIN, NOTES_BASELINE, type, reference);
        drawing.right(MARGIN, NOTES_BASELINE, type, costCode);
    }
}
