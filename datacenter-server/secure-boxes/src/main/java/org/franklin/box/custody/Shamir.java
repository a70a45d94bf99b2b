package org.franklin.box.custody;

import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.franklin.box.key.SecretBytes;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Shamir's secret sharing, byte by byte over the field of AES, as BouncyCastle has it: part `i`,
/// counted from 1, is the value at `i` of a random polynomial whose value at 0 is the secret.
///
/// BouncyCastle's own copies of secret and parts are not wiped; they are left to the collector.
final class Shamir {

    /// One point of the polynomials: `at` from 1 to 255.
    record Part(int at, SecretBytes value) {}

    private Shamir() {}

    static List<SecretBytes> split(SecretBytes secret, int needed, int parts, SecureRandom random) {
        var splitter = ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length(), random);
        var split = secret.use(plain -> splitter.resplit(plain, needed, parts));
        var values = new ArrayList<SecretBytes>();
        for (ShamirSplitSecretShare share : split.getSecretShares()) {
            values.add(SecretBytes.take(encoded(share)));
        }
        return List.copyOf(values);
    }

    /// The secret, if the parts are enough and genuine; otherwise other bytes, which look no
    /// different.
    static SecretBytes join(List<Part> parts) {
        var shares =
                parts.stream()
                        .map(part ->
                                part.value.use(value ->
                                        new ShamirSplitSecretShare(value.clone(), part.at)))
                        .toArray(ShamirSplitSecretShare[]::new);
        try {
            return SecretBytes.take(
                    ShamirSplitSecret.getInstance(Algorithm.AES, shares).getSecret());
        } catch (IOException e) {
            throw new AssertionError("parts in memory can be read", e);
        }
    }

    private static byte[] encoded(ShamirSplitSecretShare share) {
        try {
            return share.getEncoded();
        } catch (IOException e) {
            throw new AssertionError("a part in memory can be read", e);
        }
    }
}
