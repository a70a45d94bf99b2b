package org.franklin.datacenter.function.rates;

import org.franklin.model.canonical.Canonical;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Prices pieces by the tables in force on their mailing dates. A quote is not kept: its id is a
/// digest of what it says, and it holds as long as the same pieces cost the same.
public final class QuotePostage {

    /// What it costs, or why it cannot be mailed.
    public sealed interface Result {

        record Quoted(Quote quote) implements Result {}

        /// `piece` counts from 1; the sentence is fit to show.
        record NotMailable(int piece, String sentence) implements Result {}
    }

    /// What a quote's id is a digest of.
    private record Content(LocalDate pricesOf, List<PricedMailpiece> pieces) {}

    private final PriceTables tables;

    public QuotePostage(PriceTables tables) {
        this.tables = tables;
    }

    public Result quote(QuoteRequest asked) {
        var priced = new ArrayList<PricedMailpiece>();
        var pricesOf = LocalDate.MIN;
        for (Mailpiece piece : asked.pieces()) {
            switch (tables.rate(piece)) {
                case Rated.Costs(var price) -> priced.add(new PricedMailpiece(piece, price));
                case Rated.NotMailable(var sentence) -> {
                    return new Result.NotMailable(priced.size() + 1, sentence);
                }
            }
            pricesOf = later(pricesOf, tables.on(piece.mailingDate()).orElseThrow().from());
        }
        return new Result.Quoted(quote(new Content(pricesOf, List.copyOf(priced))));
    }

    private static Quote quote(Content content) {
        var digest = Canonical.hash(content).bytes().slice(0, QuoteId.LENGTH);
        var total =
                content.pieces.stream()
                        .map(PricedMailpiece::price)
                        .reduce(Postage.ZERO, Postage::plus);
        return new Quote(new QuoteId(digest), content.pricesOf, content.pieces, total);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
