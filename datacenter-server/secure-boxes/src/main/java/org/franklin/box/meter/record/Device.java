package org.franklin.box.meter.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

/// A live device of a meter: its number, its public key (X.509 SubjectPublicKeyInfo, P-256), the
/// step that enrolled it, the number of its last request with an outcome, and the hash of that
/// request; `voided` if that number was given up.
public record Device(
        int number,
        Bytes publicKey,
        RequestKey enrolment,
        long lastSequence,
        Hash lastRequest,
        boolean voided) {

    public static Device enrolled(int number, Bytes publicKey, RequestKey enrolment) {
        return new Device(number, publicKey, enrolment, 0, Hash.NONE, false);
    }

    public Device served(RequestKey request, boolean asVoid) {
        return new Device(
                number, publicKey, enrolment, request.sequence(), request.request(), asVoid);
    }

    /// Whether nothing took this place of the device's own sequence yet.
    public boolean isOpen(long sequence) {
        return sequence > lastSequence || (sequence == 0 && enrolment.actor() != number);
    }
}
