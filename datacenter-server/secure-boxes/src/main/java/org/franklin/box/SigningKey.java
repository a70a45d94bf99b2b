package org.franklin.box;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.util.BigIntegers;
import org.franklin.model.canonical.Bytes;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.security.auth.DestroyFailedException;

/// A P-256 private key. Its signatures are ECDSA with SHA-256, 64 bytes r‖s, and differ each time:
/// what is signed once is kept, never signed again. Threads may share it.
public final class SigningKey implements AutoCloseable {

    private final Signatures signatures;
    private final SecretBytes scalar;
    private final PrivateKey key;

    private SigningKey(Signatures signatures, SecretBytes scalar) {
        this.signatures = signatures;
        this.scalar = scalar;
        this.key =
                scalar.use(d -> {
                    if (!P256.isScalar(d)) {
                        throw new IllegalArgumentException("not a P-256 private key");
                    }
                    byte[] form = P256.pkcs8(d);
                    try {
                        return signatures.privateKey(form);
                    } finally {
                        Arrays.fill(form, (byte) 0);
                    }
                });
    }

    /// The key whose scalar has these 32 bytes, big-endian; refused outside 1 to n - 1.
    public static SigningKey ofScalar(SecretBytes d) {
        return ofScalar(Signatures.FASTEST, d);
    }

    static SigningKey ofScalar(Signatures signatures, SecretBytes d) {
        return new SigningKey(signatures, d.use(bytes -> SecretBytes.take(bytes.clone())));
    }

    /// Refuses anything but a P-256 key in PKCS#8, DER.
    public static SigningKey ofPkcs8(SecretBytes form) {
        return new SigningKey(Signatures.FASTEST, form.use(SigningKey::scalarOf));
    }

    public static SigningKey generate(SecureRandom random) {
        return generate(Signatures.FASTEST, random);
    }

    static SigningKey generate(Signatures signatures, SecureRandom random) {
        try (var wide = SecretBytes.random(P256.WIDE_LENGTH, random)) {
            return new SigningKey(signatures, P256.reduce(wide));
        }
    }

    private static SecretBytes scalarOf(byte[] pkcs8) {
        try {
            var d = ECPrivateKey.getInstance(PrivateKeyInfo.getInstance(pkcs8).parsePrivateKey());
            return SecretBytes.take(
                    BigIntegers.asUnsignedByteArray(P256.SCALAR_LENGTH, d.getKey()));
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("not a P-256 private key in PKCS#8", e);
        }
    }

    /// 64 bytes r‖s.
    public Bytes sign(Bytes data) {
        return signatures.sign(key, data);
    }

    /// X.509 SubjectPublicKeyInfo, worked out at each call.
    public Bytes publicKey() {
        return scalar.use(P256::publicKey);
    }

    /// For seeds only: the whole key, in PKCS#8.
    public SecretBytes pkcs8() {
        return scalar.use(d -> SecretBytes.take(P256.pkcs8(d)));
    }

    /// For wrapping only: the whole key, 32 bytes.
    public SecretBytes scalar() {
        return scalar.use(d -> SecretBytes.take(d.clone()));
    }

    @Override
    public String toString() {
        return "SigningKey";
    }

    /// Wipes the key as far as its provider can.
    @Override
    public void close() {
        scalar.close();
        try {
            key.destroy();
        } catch (DestroyFailedException _) {
            // The JDK's keys cannot be wiped; the collector takes them.
            return;
        }
    }
}
