package org.franklin.box.steel;

import org.franklin.box.statement.Birth;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.KeyListing;

/// What the steel box answers.
public sealed interface SteelBoxAnswer {

    record Made(Birth birth) implements SteelBoxAnswer {}

    /// X.509, DER.
    record Certified(Bytes certificate) implements SteelBoxAnswer {}

    /// The listing, and the root's signature over its canonical form, 64 bytes r‖s.
    record Attested(KeyListing listing, Bytes signature) implements SteelBoxAnswer {}

    record OutOfService(String reason) implements SteelBoxAnswer {}
}
