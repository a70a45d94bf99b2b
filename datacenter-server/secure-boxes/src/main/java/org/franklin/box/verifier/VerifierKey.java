package org.franklin.box.verifier;

import org.franklin.box.hpke.HpkeRecipient;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.util.Optional;

/// A verifier's own key: it opens what was sealed to that verifier. No box has it.
public final class VerifierKey implements AutoCloseable {

    private final Verifier verifier;
    private final HpkeRecipient key;

    private VerifierKey(String name, HpkeRecipient key) {
        this.verifier = new Verifier(name, key.publicKey());
        this.key = key;
    }

    public static VerifierKey draw(String name, SecureRandom random) {
        return new VerifierKey(name, new HpkeRecipient(P256.generate(random)));
    }

    /// Refuses anything but a P-256 key in PKCS#8, DER.
    static VerifierKey of(String name, SecretBytes pkcs8) {
        return new VerifierKey(name, new HpkeRecipient(P256.scalar(pkcs8)));
    }

    /// What others may know of it.
    public Verifier verifier() {
        return verifier;
    }

    /// The Post's token key of one meter of this installation.
    Optional<SecretBytes> open(Bytes cluster, SealedTokenKey sealed) {
        return sealed.open(cluster, verifier, key);
    }

    SecretBytes pkcs8() {
        return key.pkcs8();
    }

    @Override
    public String toString() {
        return "VerifierKey[" + verifier.name() + "]";
    }

    @Override
    public void close() {
        key.close();
    }
}
