package org.franklin.box.steel;

import org.franklin.box.statement.Birth;
import org.franklin.model.canonical.Bytes;

/// What the steel box answers.
public sealed interface SteelBoxAnswer {

    record Made(Birth birth) implements SteelBoxAnswer {}

    /// X.509, DER.
    record Certified(Bytes certificate) implements SteelBoxAnswer {}

    record OutOfService(String reason) implements SteelBoxAnswer {}
}
