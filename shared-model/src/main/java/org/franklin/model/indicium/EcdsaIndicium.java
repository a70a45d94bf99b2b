package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;

/// An indicium and the meter's signature over its 45 data bytes: ECDSA P-256 with SHA-256, 64 bytes
/// r‖s. Together they are the 109 bytes in the symbol.
public record EcdsaIndicium(Indicium indicium, Bytes signature) implements SignedIndicium {

    public static final int LENGTH = IndiciumForm.DATA_LENGTH + IndiciumForm.SIGNATURE_LENGTH;

    public EcdsaIndicium {
        if (signature.length() != IndiciumForm.SIGNATURE_LENGTH) {
            throw new IllegalArgumentException("an indicium's signature has 64 bytes");
        }
    }

    @Override
    public Bytes bytes() {
        return IndiciumForm.data(indicium).plus(signature);
    }
}
