package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;

/// An indicium and the meter's evidence for it: a signature that anyone can verify, or, where an
/// installation runs the suite of 1998, two digital tokens.
public sealed interface SignedIndicium permits EcdsaIndicium, TokenIndicium {

    Indicium indicium();

    /// The bytes of the symbol: 109 with a signature, 89 with tokens.
    Bytes bytes();
}
