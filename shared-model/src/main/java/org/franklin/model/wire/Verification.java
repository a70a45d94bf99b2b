package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;

/// `POST /v1/verifications`: the 109 bytes of a symbol, for the meter box to look at.
public record Verification(Bytes indicium) {

    /// Its answer: `genuine`, and a sentence for a clerk.
    public record Verdict(boolean genuine, String sentence) {}
}
