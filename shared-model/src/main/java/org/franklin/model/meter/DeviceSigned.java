package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Hash;

/// A canonical [MeterRequest] and the device's signature over it: ECDSA P-256 with SHA-256, 64
/// bytes r‖s. The two travel and are stored together, byte for byte the same at every retry.
public record DeviceSigned(Bytes request, Bytes signature) {

    /// A batch of 1,000 pieces with all services stays below this.
    public static final int LONGEST = 128 * 1024;

    public DeviceSigned {
        if (request.length() > LONGEST || signature.length() != 64) {
            throw new IllegalArgumentException(
                    "a device-signed request has at most 128 KiB and a signature of 64 bytes");
        }
    }

    /// Of the canonical request, which has one form: the hash of [MeterRequest#hash].
    public Hash hash() {
        return Hash.of(request);
    }

    public Decoded<MeterRequest> decode() {
        return Canonical.decode(MeterRequest.class, request);
    }
}
