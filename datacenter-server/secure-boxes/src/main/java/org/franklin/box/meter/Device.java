package org.franklin.box.meter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

/// A live device of a meter: its number, its public key (X.509 SubjectPublicKeyInfo, P-256), the
/// number of its last request with an outcome, and the hash of that request; `voided` if that
/// number was given up.
public record Device(
        int number, Bytes publicKey, long lastSequence, Hash lastRequest, boolean voided) {}
