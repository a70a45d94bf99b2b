package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;

/// The 16 bytes that name a price quote: a digest of its pieces, prices and price table.
public record QuoteId(Bytes bytes) {

    public static final int LENGTH = 16;

    public QuoteId {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a quote id has " + LENGTH + " bytes");
        }
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
