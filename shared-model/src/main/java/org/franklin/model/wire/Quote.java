package org.franklin.model.wire;

import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.List;

/// Prices, in the order of the pieces asked about, by the table in force since `pricesOf`.
public record Quote(QuoteId id, LocalDate pricesOf, List<PricedMailpiece> pieces, Postage total) {
    public Quote {
        pieces = List.copyOf(pieces);
    }

    /// Whether it prices exactly these pieces, and its total is the sum of their prices.
    public boolean isFor(List<Mailpiece> asked) {
        var sum = pieces.stream().map(PricedMailpiece::price).reduce(Postage.ZERO, Postage::plus);
        return total.equals(sum)
                && pieces.stream().map(PricedMailpiece::piece).toList().equals(asked);
    }
}
