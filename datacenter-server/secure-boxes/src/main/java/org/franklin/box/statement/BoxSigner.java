package org.franklin.box.statement;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;

/// Signs a box's statements. `certificate` is the number of the certificate of its key.
public final class BoxSigner implements AutoCloseable {

    private final SigningKey key;
    private final int certificate;

    public BoxSigner(SigningKey key, int certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// The signer with a private key from a box's seed, PKCS#8, and its certificate, X.509 DER.
    public static BoxSigner seeded(Bytes privateKey, Bytes certificate) {
        try (var pkcs8 = SecretBytes.seeded(privateKey)) {
            return new BoxSigner(SigningKey.ofPkcs8(pkcs8), CertifiedKey.numberOf(certificate));
        }
    }

    public BoxSigned sign(Record statement) {
        var canonical = Canonical.bytes(statement);
        return new BoxSigned(canonical, key.sign(canonical));
    }

    /// The signature alone, 64 bytes r‖s, over the statement's canonical bytes.
    public Bytes signature(Record statement) {
        return key.sign(Canonical.bytes(statement));
    }

    public int certificate() {
        return certificate;
    }

    /// Wipes the key.
    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "BoxSigner[" + certificate + "]";
    }
}
