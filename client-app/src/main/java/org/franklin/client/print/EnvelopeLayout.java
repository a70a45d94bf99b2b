package org.franklin.client.print;

import org.franklin.client.print.page.Lettering;

import java.util.List;

/// A #10 envelope: the FIM, the indicium under and right of it, the addresses left of and below the
/// clear zones. Distances are inches, those of the indicium from the right edge.
final class EnvelopeLayout {

    private static final String FIM_D = "111010111";
    private static final double FIM_LEFT = 2.53125;
    private static final double FIM_PITCH = 0.0625;
    private static final double FIM_TOP = 0.0625;
    private static final double FIM_HEIGHT = 0.625;

    private static final double RIGHT = 0.280;
    private static final double SYMBOL_TOP = 0.800;
    private static final double WIDEST_AMOUNT = 1.470;
    private static final double COLUMN = 2.531;
    private static final double FIRST_FACT = 1.220;
    private static final double FACTS_PITCH = 0.38 / 3;

    private static final AddressField SENDER =
            new AddressField(
                    "return address of an envelope",
                    0.500,
                    0.480,
                    5.969,
                    1.300,
                    Lettering.regular(9),
                    0.160,
                    true);
    private static final AddressField ADDRESSEE =
            new AddressField(
                    "address on an envelope",
                    4.253,
                    2.400,
                    4.747,
                    3.400,
                    Lettering.regular(12),
                    0.220,
                    false);

    private EnvelopeLayout() {}

    static void draw(Imprint imprint, Drawing drawing) {
        facingMark(drawing);
        indicium(imprint, drawing);
        SENDER.draw(imprint.sender(), drawing);
        ADDRESSEE.draw(imprint.addressee(), drawing);
    }

    private static void facingMark(Drawing drawing) {
        for (int i = 0; i < FIM_D.length(); i++) {
            if (FIM_D.charAt(i) == '1') {
                drawing.facingBar(FIM_LEFT - i * FIM_PITCH, FIM_TOP, FIM_HEIGHT);
            }
        }
    }

    private static void indicium(Imprint imprint, Drawing drawing) {
        var legend = Legend.of(imprint.evidence());
        var amount = Drawing.shrunk(Lettering.bold(18), List.of(legend.amount()), WIDEST_AMOUNT);
        drawing.right(RIGHT, 0.440, amount, legend.amount());
        drawing.right(RIGHT, 0.613, Lettering.regular(9), legend.mailClass());
        drawing.symbol(imprint, RIGHT, SYMBOL_TOP);
        double column = drawing.x(COLUMN);
        drawing.left(column, 0.947, Lettering.bold(15).spaced(0.6), Legend.SPECIMEN);
        drawing.left(column, 1.080, Lettering.bold(8), Legend.NOT_VALID);
        for (int i = 0; i < legend.facts().size(); i++) {
            drawing.left(
                    column,
                    FIRST_FACT + i * FACTS_PITCH,
                    Lettering.regular(8),
                    legend.facts().get(i));
        }
    }
}
