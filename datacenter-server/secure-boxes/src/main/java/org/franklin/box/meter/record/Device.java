package org.franklin.box.meter.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.MeterRequest;

/// A live device of a meter: its number, its public key (X.509 SubjectPublicKeyInfo, P-256), the
/// number of its last request with an outcome, and the hash of that request; `voided` if that
/// number was given up.
public record Device(
        int number, Bytes publicKey, long lastSequence, Hash lastRequest, boolean voided) {

    public static Device enrolled(int number, Bytes publicKey) {
        return new Device(number, publicKey, 0, Hash.NONE, false);
    }

    public Device served(MeterRequest request, boolean asVoid) {
        return new Device(number, publicKey, request.sequence(), request.hash(), asVoid);
    }
}
