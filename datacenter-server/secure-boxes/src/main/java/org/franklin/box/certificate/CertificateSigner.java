package org.franklin.box.certificate;

import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.operator.ContentSigner;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;

/// Signs one certificate: r‖s becomes the DER pair that X.509 asks for.
final class CertificateSigner implements ContentSigner {

    private final SigningKey key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    CertificateSigner(SigningKey key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    void write(Bytes bytes) {
        content.writeBytes(bytes.toArray());
    }

    @Override
    public byte[] getSignature() {
        var signature = key.sign(Bytes.of(content.toByteArray()));
        int half = signature.length() / 2;
        try {
            return StandardDSAEncoding.INSTANCE.encode(
                    CustomNamedCurves.getByName("P-256").getN(),
                    new BigInteger(1, signature.slice(0, half).toArray()),
                    new BigInteger(1, signature.slice(half, signature.length()).toArray()));
        } catch (IOException e) {
            throw new AssertionError("a signature has a DER form", e);
        }
    }
}
