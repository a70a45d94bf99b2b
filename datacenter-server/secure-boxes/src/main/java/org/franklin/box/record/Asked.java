package org.franklin.box.record;

import java.time.Instant;
import java.util.Optional;

/// What a handler asks of a record: a step, or only how the record stands.
///
/// `confirmation` answers an earlier [org.franklin.box.StepAnswer.Stale], else 0. `now` and `nonce`
/// are the clock's and the random source's part of the decision; a nonce is not 0.
public record Asked<S>(Optional<S> step, long confirmation, Instant now, long nonce) {
    public Asked {
        if (nonce == 0) {
            throw new IllegalArgumentException("the nonce 0 stands for no confirmation");
        }
    }
}
