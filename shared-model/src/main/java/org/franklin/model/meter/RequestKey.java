package org.franklin.model.meter;

import org.franklin.model.canonical.Hash;

/// What a step of a meter answers to: who asked, under which number, and the hash of what was
/// asked.
///
/// `actor` is the number of a device; [#VOUCHERS] for refills, numbered by their vouchers;
/// [#DATA_CENTER] for steps of the data center, numbered by the counter that they reach. A device
/// that joins by a grant is enrolled by the step with its own number and sequence 0; one that joins
/// by another device's request, by the step of that request, and has no step with sequence 0.
public record RequestKey(int actor, long sequence, Hash request) {

    public static final int VOUCHERS = 0;
    public static final int DATA_CENTER = -1;

    public static RequestKey of(MeterRequest request) {
        return of(request, request.hash());
    }

    /// `hash` is the request's, for whoever has it already.
    public static RequestKey of(MeterRequest request, Hash hash) {
        return new RequestKey(request.device().number(), request.sequence(), hash);
    }

    /// Whether both name one place in the sequence of one actor, whatever was asked there.
    public boolean samePlace(RequestKey other) {
        return actor == other.actor && sequence == other.sequence;
    }
}
