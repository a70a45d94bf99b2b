package org.franklin.box.key;

import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The curve P-256: scalars, points, and their standard forms PKCS#8 and X.509
/// SubjectPublicKeyInfo, which have one fixed head each.
public final class P256 {

    /// Of a private scalar, in bytes.
    public static final int SCALAR_LENGTH = 32;

    /// Of the uniform bytes that a scalar is reduced from: 128 bits more than the order has.
    public static final int WIDE_LENGTH = 48;

    private static final Bytes PKCS8_HEAD =
            Bytes.ofHex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420");
    private static final Bytes SPKI_HEAD =
            Bytes.ofHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static final int POINT_LENGTH = 65;
    private static final byte UNCOMPRESSED = 4;

    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("P-256");
    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);

    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    private static ECParameterSpec parameters() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java runtime knows P-256", e);
        }
    }

    /// A new private scalar.
    public static SecretBytes generate(SecureRandom random) {
        try (var wide = SecretBytes.random(WIDE_LENGTH, random)) {
            return reduce(wide);
        }
    }

    /// The private scalar (c mod (n - 1)) + 1 of FIPS 186-5 A.2.1, from 48 uniform bytes.
    public static SecretBytes reduce(SecretBytes wide) {
        if (wide.length() != WIDE_LENGTH) {
            throw new IllegalArgumentException("a P-256 key is reduced from 48 bytes");
        }
        var below = CURVE.getN().subtract(BigInteger.ONE);
        return wide.use(bytes -> secret(new BigInteger(1, bytes).mod(below).add(BigInteger.ONE)));
    }

    /// The scalar of a private key in PKCS#8, DER; refuses anything else.
    public static SecretBytes scalar(SecretBytes pkcs8) {
        return pkcs8.use(form -> isOurForm(form) ? tail(form) : parsed(form));
    }

    /// As [#pkcs8] writes it: then no parser makes copies that nobody wipes.
    private static boolean isOurForm(byte[] form) {
        int head = PKCS8_HEAD.length();
        return form.length == head + SCALAR_LENGTH
                && Arrays.equals(form, 0, head, PKCS8_HEAD.toArray(), 0, head);
    }

    private static SecretBytes tail(byte[] form) {
        return SecretBytes.take(Arrays.copyOfRange(form, PKCS8_HEAD.length(), form.length));
    }

    private static SecretBytes parsed(byte[] form) {
        try {
            var info = PrivateKeyInfo.getInstance(form);
            if (!info.getPrivateKeyAlgorithm().equals(ALGORITHM)) {
                throw new IllegalArgumentException("a private key is not on P-256");
            }
            return secret(ECPrivateKey.getInstance(info.parsePrivateKey()).getKey());
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalArgumentException("a private key is not PKCS#8", e);
        }
    }

    /// PKCS#8, DER, without the public key.
    public static SecretBytes pkcs8(SecretBytes scalar) {
        return scalar.use(d -> {
            int head = PKCS8_HEAD.length();
            byte[] form = Arrays.copyOf(PKCS8_HEAD.toArray(), head + SCALAR_LENGTH);
            System.arraycopy(d, 0, form, head, SCALAR_LENGTH);
            return SecretBytes.take(form);
        });
    }

    /// The public key of a private scalar, X.509 SubjectPublicKeyInfo.
    public static Bytes publicKey(SecretBytes scalar) {
        var point =
                scalar.use(d ->
                        new FixedPointCombMultiplier()
                                .multiply(CURVE.getG(), new BigInteger(1, d)));
        return SPKI_HEAD.plus(Bytes.of(point.normalize().getEncoded(false)));
    }

    /// The point of a public key, 65 bytes, or nothing where the bytes are not such a key, or off
    /// the curve.
    public static Optional<Bytes> point(Bytes spki) {
        int head = SPKI_HEAD.length();
        if (spki.length() != head + POINT_LENGTH || !spki.slice(0, head).equals(SPKI_HEAD)) {
            return Optional.empty();
        }
        var point = spki.slice(head, spki.length());
        return isOnCurve(point.toArray()) ? Optional.of(point) : Optional.empty();
    }

    /// What a provider makes a private key of.
    static ECPrivateKeySpec keySpec(byte[] scalar) {
        return new ECPrivateKeySpec(new BigInteger(1, scalar), PARAMETERS);
    }

    private static boolean isOnCurve(byte[] point) {
        try {
            return point[0] == UNCOMPRESSED && CURVE.getCurve().decodePoint(point).isValid();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static boolean isScalar(byte[] scalar) {
        var d = new BigInteger(1, scalar);
        return scalar.length == SCALAR_LENGTH && d.signum() > 0 && d.compareTo(CURVE.getN()) < 0;
    }

    private static SecretBytes secret(BigInteger scalar) {
        return SecretBytes.take(BigIntegers.asUnsignedByteArray(SCALAR_LENGTH, scalar));
    }
}
