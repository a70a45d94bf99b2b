package org.franklin.client.print;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.print.LaidOut.DoesNotFit;
import org.franklin.client.print.page.Resolution;

/// Lays out a piece of the outbox, the first time and every time after: the same piece on the same
/// stock is the same picture.
public final class PaidPieceLayout {

    private PaidPieceLayout() {}

    public static LaidOut lay(PaidPiece piece, Resolution resolution) {
        return switch (piece.plan()) {
            case PrintPlan.Kept plan ->
                    Stock.valueOf(plan.stock()).lay(imprint(piece, plan), resolution);
            case PrintPlan.Forgotten _ ->
                    new DoesNotFit(
                            "The piece is paid, but its address was lost with this computer's"
                                    + " files. Type the address again.");
        };
    }

    private static Imprint imprint(PaidPiece piece, PrintPlan.Kept plan) {
        return Imprint.paid(
                        piece.indicium(), AddressBlock.of(plan.from()), AddressBlock.of(plan.to()))
                .noted(plan.reference(), plan.costCode());
    }
}
