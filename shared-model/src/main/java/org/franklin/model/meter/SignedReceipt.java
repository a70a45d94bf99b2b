package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;

/// A receipt and the meter box's signature over its canonical bytes: ECDSA P-256, 64 bytes r‖s, by
/// the key whose certificate has the number `certificate` (see
/// [org.franklin.model.indicium.VerificationKeys]).
public record SignedReceipt(Receipt receipt, int certificate, Bytes signature) {}
