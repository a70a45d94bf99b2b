package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.mailer.DeviceId;

import java.util.List;

/// What a step of a meter gave, once and for ever: the bytes that the box journals before it lets
/// them out, that the database keeps, and that every retry gets again.
public sealed interface MeterReply {

    SignedReceipt receipt();

    /// The pieces are paid: one indicium of 109 bytes for each, in the order of the request.
    record Issued(SignedReceipt receipt, List<Bytes> indicia) implements MeterReply {
        public Issued {
            indicia = List.copyOf(indicia);
        }
    }

    /// The number was given up; nothing was and nothing will be charged under it.
    record Voided(SignedReceipt receipt) implements MeterReply {}

    record Refilled(SignedReceipt receipt) implements MeterReply {}

    /// A device has joined under this number, by a grant or by another device's request.
    record Enrolled(SignedReceipt receipt, DeviceId device) implements MeterReply {}

    /// The meter exists, with empty registers.
    record Admitted(SignedReceipt receipt) implements MeterReply {}

    /// The meter signs under a new certificate of its old key.
    record Recertified(SignedReceipt receipt) implements MeterReply {}

    /// The device is removed: it asks for nothing more, and its number is not given again.
    record Revoked(SignedReceipt receipt, DeviceId device) implements MeterReply {}

    default Bytes canonical() {
        return Bytes.of(Canonical.encode(MeterReply.class, this));
    }

    static Decoded<MeterReply> decode(Bytes canonical) {
        return Canonical.decode(MeterReply.class, canonical);
    }
}
