package org.franklin.box.key;

import org.franklin.box.Wipeable;
import org.franklin.box.health.BoxFault;
import org.franklin.model.canonical.Bytes;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Optional;

import javax.security.auth.DestroyFailedException;

/// A P-256 private key. Its signatures are ECDSA with SHA-256, 64 bytes r‖s, and differ each time:
/// what is signed once is kept, never signed again. Threads may share it.
public final class SigningKey implements Wipeable {

    /// What a new key signs once.
    private static final Bytes PROBE =
            Bytes.of("franklin/v1 pairwise".getBytes(StandardCharsets.US_ASCII));

    private final Signatures signatures;
    private final SecretBytes scalar;

    /// The provider's form of it; none once closed.
    private volatile Optional<PrivateKey> key;

    private SigningKey(Signatures signatures, SecretBytes scalar) {
        this.signatures = signatures;
        this.scalar = scalar;
        if (!scalar.use(P256::isScalar)) {
            throw new IllegalArgumentException("not a P-256 private key");
        }
        this.key = Optional.of(scalar.use(signatures::privateKey));
    }

    /// The key whose scalar has these 32 bytes, big-endian; refused outside 1 to n - 1.
    public static SigningKey ofScalar(SecretBytes d) {
        return ofScalar(Signatures.FASTEST, d);
    }

    static SigningKey ofScalar(Signatures signatures, SecretBytes d) {
        return new SigningKey(signatures, d.copy());
    }

    /// Refuses anything but a P-256 key in PKCS#8, DER. The key is tried once.
    public static SigningKey ofPkcs8(SecretBytes form) {
        return new SigningKey(Signatures.FASTEST, P256.scalar(form)).tried();
    }

    /// A new key, which is tried once.
    public static SigningKey generate(SecureRandom random) {
        return generate(Signatures.FASTEST, random);
    }

    static SigningKey generate(Signatures signatures, SecureRandom random) {
        return new SigningKey(signatures, P256.generate(random)).tried();
    }

    /// The pairwise test of a new key (FIPS 140-3 IG 10.3.A): what it signs its public key
    /// verifies. Throws a [BoxFault] otherwise, and wipes the key.
    public SigningKey triedWith(Bytes publicKey) {
        if (!isPair(publicKey)) {
            close();
            throw new BoxFault("a new key failed its pairwise test");
        }
        return this;
    }

    private SigningKey tried() {
        return triedWith(publicKey());
    }

    private boolean isPair(Bytes publicKey) {
        try {
            var signed = sign(PROBE);
            return VerifyingKey.of(signatures, publicKey)
                    .filter(key -> key.verifies(PROBE, signed))
                    .isPresent();
        } catch (RuntimeException | AssertionError _) {
            return false;
        }
    }

    /// 64 bytes r‖s.
    public Bytes sign(Bytes data) {
        return signatures.sign(
                key.orElseThrow(() -> new IllegalStateException("this key has been wiped")), data);
    }

    /// X.509 SubjectPublicKeyInfo, worked out at each call.
    public Bytes publicKey() {
        return P256.publicKey(scalar);
    }

    /// For seeds only: the whole key, in PKCS#8.
    public SecretBytes pkcs8() {
        return P256.pkcs8(scalar);
    }

    /// For wrapping only: the whole key, 32 bytes.
    public SecretBytes scalar() {
        return scalar.copy();
    }

    @Override
    public String toString() {
        return "SigningKey";
    }

    /// Wipes the key as far as its provider can, and lets the provider's form go: AWS-LC frees its
    /// own memory, but the JDK's keys cannot be wiped, and are there until the collector takes
    /// them.
    @Override
    public synchronized void close() {
        scalar.close();
        var dropped = key;
        key = Optional.empty();
        dropped.ifPresent(SigningKey::destroy);
    }

    private static void destroy(PrivateKey key) {
        try {
            key.destroy();
        } catch (DestroyFailedException _) {
            // The JDK's keys always say so.
            return;
        }
    }
}
