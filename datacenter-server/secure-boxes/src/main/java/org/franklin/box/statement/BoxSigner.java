package org.franklin.box.statement;

import org.franklin.box.key.Keyring;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.indicium.CertifiedKey;

/// Signs a box's statements. `certificate` is the number of the certificate of its key.
public final class BoxSigner {

    private final SigningKey key;
    private final int certificate;

    public BoxSigner(SigningKey key, int certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /// The signer with a private key from a box's seed, PKCS#8, and its certificate, X.509 DER.
    public static BoxSigner seeded(SecretBytes privateKey, Bytes certificate) {
        return new BoxSigner(SigningKey.ofPkcs8(privateKey), CertifiedKey.numberOf(certificate));
    }

    /// The same, with the private key on the ring of its box.
    public static BoxSigner seeded(Keyring keys, SecretBytes privateKey, Bytes certificate) {
        return new BoxSigner(keys.signing(privateKey), CertifiedKey.numberOf(certificate));
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

    @Override
    public String toString() {
        return "BoxSigner[" + certificate + "]";
    }
}
