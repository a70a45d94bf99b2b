package org.franklin.client.datacenter.draft;

import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.wire.Quote;

import java.util.List;

/// What the mailer clicks on: pieces at the prices of a quote, and how each will be printed.
public record Draft(DraftId id, Quote quote, List<PrintPlan.Kept> plans) {

    public Draft {
        plans = List.copyOf(plans);
        if (plans.isEmpty() || plans.size() > Dispense.MOST_PIECES) {
            throw new IllegalArgumentException("a draft has 1 to 1,000 pieces");
        }
        if (plans.size() != quote.pieces().size()) {
            throw new IllegalArgumentException("a draft has one print plan for each quoted piece");
        }
    }
}
