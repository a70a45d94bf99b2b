package org.franklin.model.wire;

import org.franklin.model.mail.Mailpiece;
import org.franklin.model.meter.MeterRequest;

import java.util.List;

/// `POST /v1/quotes`: what would these 1 to 1,000 pieces cost?
public record QuoteRequest(List<Mailpiece> pieces) {
    public QuoteRequest {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty() || pieces.size() > MeterRequest.Dispense.MOST_PIECES) {
            throw new IllegalArgumentException("a quote is for 1 to 1,000 pieces");
        }
    }
}
