package org.franklin.box.certificate;

import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;

/// The signature of the Post's root over a text that people file, in DER, as common tools take it.
public final class RootSignature {

    private final SigningKey key;

    public RootSignature(SigningKey key) {
        this.key = key;
    }

    public Bytes over(Bytes text) {
        var signer = new CertificateSigner(key);
        signer.write(text);
        return Bytes.of(signer.getSignature());
    }

    @Override
    public String toString() {
        return "RootSignature";
    }
}
