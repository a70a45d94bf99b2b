package org.franklin.datacenter.function.rates;

import org.franklin.model.wire.Quote;
import org.franklin.model.wire.QuoteRequest;

/// Prices pieces by the tables in force on their mailing dates. A quote is not kept: its id is a
/// digest of what it says, and it holds as long as the same pieces cost the same.
public final class QuotePostage {

    /// What it costs, or why it cannot be mailed.
    public sealed interface Result {

        record Quoted(Quote quote) implements Result {}

        /// `piece` counts from 1; the sentence is fit to show.
        record NotMailable(int piece, String sentence) implements Result {}
    }

    public Result quote(QuoteRequest asked) {
        return new Result.NotMailable(1, "No prices.");
    }
}
