package org.franklin.box.meter;

import org.franklin.box.statement.BoxSigned;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.SignedReceipt;

/// One step of a meter, with the evidence that allows it.
public sealed interface MeterStep {

    /// A [org.franklin.model.meter.MeterRequest], allowed by the device's signature.
    record Serve(DeviceSigned request) implements MeterStep {}

    /// A device joins, or takes the place of all others, allowed by a
    /// [org.franklin.box.statement.Grant] of the authentication box.
    record Enrol(BoxSigned grant) implements MeterStep {}

    /// Money arrives, allowed by a [org.franklin.box.statement.Voucher] of the transaction box.
    record Refill(BoxSigned voucher) implements MeterStep {}

    /// What a device asks, with the newest receipt that its device holds: where that is ahead of
    /// the box, the box has lost its memory.
    record Witnessed(DeviceSigned request, SignedReceipt carried) implements MeterStep {}

    /// The meter's certificate is renewed for the same key; X.509, DER, from the Post's root.
    record Recertify(Bytes certificate) implements MeterStep {}
}
