package org.franklin.datacenter.function.rates;

import org.franklin.model.money.Postage;

/// What one piece costs, or why it cannot be mailed like this.
public sealed interface Rated {

    record Costs(Postage price) implements Rated {}

    /// The sentence is fit to show and says what to do.
    record NotMailable(String sentence) implements Rated {}
}
