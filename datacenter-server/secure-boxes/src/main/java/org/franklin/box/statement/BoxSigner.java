package org.franklin.box.statement;

import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

/// Signs a box's statements. `certificate` is the number of the certificate of its key.
public final class BoxSigner {

    private final SigningKey key;
    private final int certificate;

    public BoxSigner(SigningKey key, int certificate) {
        this.key = key;
        this.certificate = certificate;
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
