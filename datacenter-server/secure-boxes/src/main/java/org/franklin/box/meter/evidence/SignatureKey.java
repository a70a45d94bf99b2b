package org.franklin.box.meter.evidence;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.money.Postage;

import java.util.Optional;

/// Signs the 45 data bytes with ECDSA: 109 bytes.
final class SignatureKey implements EvidenceKey {

    private final SigningKey key;

    private SignatureKey(SigningKey key) {
        this.key = key;
    }

    static SignatureKey of(SecretBytes scalar) {
        return new SignatureKey(SigningKey.ofScalar(scalar));
    }

    @Override
    public Bytes symbol(Indicium claim, Postage descending) {
        Bytes data = IndiciumForm.data(claim);
        return data.plus(key.sign(data));
    }

    @Override
    public boolean made(SignedIndicium shown) {
        return switch (shown) {
            case EcdsaIndicium(var indicium, var signature) ->
                    VerifyingKey.of(key.publicKey())
                            .orElseThrow()
                            .verifies(IndiciumForm.data(indicium), signature);
            case TokenIndicium _ -> false;
        };
    }

    /// What the key signs, its certificate verifies.
    @Override
    public boolean isCertifiedBy(CertifiedKey certificate, Bytes probe) {
        return certificate.verifies(probe, key.sign(probe));
    }

    @Override
    public Optional<SecretBytes> postalHalf() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "SignatureKey";
    }

    @Override
    public void close() {
        key.close();
    }
}
