package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

import java.security.PublicKey;
import java.util.Optional;

/// A P-256 public key that somebody sent: a point on the curve, in X.509 SubjectPublicKeyInfo.
public final class VerifyingKey {

    private final Signatures signatures;
    private final Bytes spki;
    private final PublicKey key;

    private VerifyingKey(Signatures signatures, Bytes spki) {
        this.signatures = signatures;
        this.spki = spki;
        this.key = signatures.publicKey(spki);
    }

    /// Nothing unless the bytes are the one form, 91 bytes with an uncompressed point, of a key on
    /// the curve.
    public static Optional<VerifyingKey> of(Bytes spki) {
        return of(Signatures.FASTEST, spki);
    }

    static Optional<VerifyingKey> of(Signatures signatures, Bytes spki) {
        return P256.point(spki).map(_ -> new VerifyingKey(signatures, spki));
    }

    /// Whether 64 bytes r‖s are this key's ECDSA signature, with SHA-256, over the data.
    public boolean verifies(Bytes data, Bytes signature) {
        return signatures.verifies(key, data, signature);
    }

    public Bytes spki() {
        return spki;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && spki.equals(that.spki);
    }

    @Override
    public int hashCode() {
        return spki.hashCode();
    }

    @Override
    public String toString() {
        return "VerifyingKey[" + spki.slice(spki.length() - 4, spki.length()).hex() + "]";
    }
}
