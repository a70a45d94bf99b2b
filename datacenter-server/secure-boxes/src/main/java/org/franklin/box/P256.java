package org.franklin.box;

import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.franklin.model.canonical.Bytes;

import java.math.BigInteger;
import java.util.Arrays;
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

    private static final org.bouncycastle.asn1.x9.X9ECParameters CURVE =
            CustomNamedCurves.getByName("P-256");

    private P256() {}

    /// The private scalar (c mod (n - 1)) + 1 of FIPS 186-5 A.2.1, from 48 uniform bytes.
    public static SecretBytes reduce(SecretBytes wide) {
        if (wide.length() != WIDE_LENGTH) {
            throw new IllegalArgumentException("a P-256 key is reduced from 48 bytes");
        }
        var below = CURVE.getN().subtract(BigInteger.ONE);
        return wide.use(bytes ->
                SecretBytes.take(
                        BigIntegers.asUnsignedByteArray(
                                SCALAR_LENGTH,
                                new BigInteger(1, bytes).mod(below).add(BigInteger.ONE))));
    }

    static boolean isScalar(byte[] scalar) {
        var d = new BigInteger(1, scalar);
        return scalar.length == SCALAR_LENGTH && d.signum() > 0 && d.compareTo(CURVE.getN()) < 0;
    }

    /// PKCS#8 without the public key: the caller wipes it.
    static byte[] pkcs8(byte[] scalar) {
        byte[] form = Arrays.copyOf(PKCS8_HEAD.toArray(), PKCS8_HEAD.length() + SCALAR_LENGTH);
        System.arraycopy(scalar, 0, form, PKCS8_HEAD.length(), SCALAR_LENGTH);
        return form;
    }

    static Bytes publicKey(byte[] scalar) {
        var point =
                new FixedPointCombMultiplier().multiply(CURVE.getG(), new BigInteger(1, scalar));
        return SPKI_HEAD.plus(Bytes.of(point.normalize().getEncoded(false)));
    }

    /// The point of a public key, or nothing where the bytes are not such a key, or off the curve.
    static Optional<ECPoint> point(Bytes spki) {
        int head = SPKI_HEAD.length();
        if (spki.length() != head + POINT_LENGTH || !spki.slice(0, head).equals(SPKI_HEAD)) {
            return Optional.empty();
        }
        try {
            byte[] encoded = spki.slice(head, spki.length()).toArray();
            return encoded[0] == 4
                    ? Optional.of(CURVE.getCurve().decodePoint(encoded))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
