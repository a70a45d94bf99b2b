package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.AddressBlock;
import org.franklin.client.print.Imprint;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// Pages to print: one paid piece on each stock.
final class Pages {

    private static final PaidPiece PIECE =
            assertInstanceOf(Purchase.Charged.class, Paid.aMonth().getFirst()).pieces().getFirst();

    private Pages() {}

    static Page envelope() {
        return on(Stock.ENVELOPE_10, Resolution.DPI_300);
    }

    static Page label() {
        return on(Stock.LABEL_4X6, Resolution.DPI_300);
    }

    static Page on(Stock stock, Resolution resolution) {
        var imprint =
                Imprint.paid(
                        PIECE.indicium(),
                        new AddressBlock(List.of("Franklin Demo Office", "Albany NY 12207")),
                        new AddressBlock(List.of("Dana Whitfield", "Portland OR 97201")));
        return assertInstanceOf(LaidOut.Fits.class, stock.lay(imprint, resolution)).page();
    }

    /// What a reader finds in the symbol of each.
    static Bytes symbol() {
        return PIECE.indicium().bytes();
    }
}
