package org.franklin.datacenter.function.postage;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.wire.Verification;

/// Asks the meter box, with the meter's own key, whether a symbol is one of its indicia.
public final class VerifyIndicium {

    /// What the meter box says.
    public sealed interface Result {

        record Verified(Verification.Verdict verdict) implements Result {}

        /// A box or the database is out of service.
        record Unavailable() implements Result {}
    }

    public Result verify(Bytes indicium) {
        return new Result.Unavailable();
    }
}
