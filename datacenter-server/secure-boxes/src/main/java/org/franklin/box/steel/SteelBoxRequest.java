package org.franklin.box.steel;

import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.SerialNumber;

/// What the steel box can be asked.
public sealed interface SteelBoxRequest {

    /// Makes a meter: its manufacturing number, token key and certificate.
    record Make(SerialNumber serial) implements SteelBoxRequest {}

    /// Certifies a meter's key anew, from today on.
    record Certify(SerialNumber serial) implements SteelBoxRequest {}

    /// Signs, as the Post's root and with the time of now, a listing of so many certificates with
    /// this hash ([org.franklin.model.indicium.KeyListing]).
    record Attest(int count, Hash certificates) implements SteelBoxRequest {}
}
