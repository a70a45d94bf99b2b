package org.franklin.box.steel;

import org.franklin.model.meter.SerialNumber;

/// What the steel box can be asked.
public sealed interface SteelBoxRequest {

    /// Makes a meter: its manufacturing number, token key and certificate.
    record Make(SerialNumber serial) implements SteelBoxRequest {}

    /// Certifies a meter's key anew, from today on.
    record Certify(SerialNumber serial) implements SteelBoxRequest {}
}
