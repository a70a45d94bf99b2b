package org.franklin.client.compose;

import org.franklin.model.money.Postage;

/// What the filled button of the window is for now.
sealed interface Offer {

    /// Something is missing; a note below says what.
    record Missing() implements Offer {}

    record Pricing() implements Offer {}

    record Pay(Postage price) implements Offer {}

    record AddAndPay(Postage amount) implements Offer {}

    record Work(Step step) implements Offer {}

    record Doubt(Postage amount) implements Offer {}

    record PrintPaid() implements Offer {}

    record Done() implements Offer {}

    record Next() implements Offer {}

    /// What is being done.
    enum Step {
        ADDING,
        RESERVING,
        SIGNING,
        PRINTING
    }
}
