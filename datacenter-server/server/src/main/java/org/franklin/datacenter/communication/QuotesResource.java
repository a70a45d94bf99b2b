package org.franklin.datacenter.communication;

import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.datacenter.function.rates.QuotePostage.Result;
import org.franklin.model.wire.QuoteRequest;

/// `POST /v1/quotes`
final class QuotesResource {

    private final QuotePostage function;

    QuotesResource(QuotePostage function) {
        this.function = function;
    }

    Reply post(QuoteRequest asked) {
        return switch (function.quote(asked)) {
            case Result.Quoted(var quote) -> Reply.ok(quote);
            case Result.NotMailable(int piece, var sentence) ->
                    Refusals.notMailable(piece, sentence);
        };
    }
}
