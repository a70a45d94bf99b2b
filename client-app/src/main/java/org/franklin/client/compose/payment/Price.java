package org.franklin.client.compose.payment;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.wire.Quote;

import java.util.Optional;

/// What is known of a piece's price.
public sealed interface Price {

    /// Nothing was asked yet.
    record Unknown() implements Price {}

    /// The price is being asked for; the one before holds no longer.
    record Asking(Optional<Quote> before) implements Price {}

    record Quoted(Quote quote) implements Price {}

    /// The piece cannot be mailed like this; the sentence says what to change.
    record NotMailable(String sentence) implements Price {}

    record NotKnown(Refusal why) implements Price {}
}
