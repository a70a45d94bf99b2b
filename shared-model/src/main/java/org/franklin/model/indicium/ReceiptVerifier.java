package org.franklin.model.indicium;

import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.meter.SignedReceipt;

/// Says, from public keys alone, whether a meter box signed a receipt. A meter's own key signs
/// indicia only, so a receipt under it is not genuine.
public final class ReceiptVerifier {

    private final VerificationKeys keys;

    public ReceiptVerifier(VerificationKeys keys) {
        this.keys = keys;
    }

    public boolean isGenuine(SignedReceipt signed) {
        return switch (keys.find(signed.certificate())) {
            case Lookup.Unknown _, Lookup.Untrusted _ -> false;
            case Lookup.Trusted(var key) ->
                    !key.isOfAnyMeter()
                            && key.verifies(Canonical.bytes(signed.receipt()), signed.signature());
        };
    }
}
