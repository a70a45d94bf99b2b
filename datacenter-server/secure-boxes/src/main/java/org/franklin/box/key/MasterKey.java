package org.franklin.box.key;

import org.franklin.box.Wipeable;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.security.GeneralSecurityException;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A top-level key, from which every working key is derived with HKDF-SHA-256 (RFC 5869, no salt).
///
/// The derivation's `info` is the canonical form of {"franklin/v1", purpose, subject, month,
/// cluster}, in which texts stand behind their lengths: no two contexts share a form.
public final class MasterKey implements Wipeable {

    /// Of the secret at least, and of every derived key unless asked otherwise, in bytes.
    public static final int LENGTH = 32;

    /// Of an installation's id, in bytes.
    public static final int CLUSTER_LENGTH = 16;

    private record KeyContext(
            String system, String purpose, String subject, int month, Bytes cluster) {}

    /// HKDF's pseudorandom key: the secret after the extraction, which needs doing once.
    private final SecretBytes extracted;

    private final Bytes cluster;

    /// The secret stays the caller's to wipe.
    public MasterKey(SecretBytes secret, Bytes cluster) {
        if (secret.length() < LENGTH || cluster.length() != CLUSTER_LENGTH) {
            throw new IllegalArgumentException(
                    "a master key has at least 32 bytes, and a cluster id has 16");
        }
        this.extracted = secret.use(MasterKey::extract);
        this.cluster = cluster;
    }

    /// The 32-byte key for one purpose, subject (as `meter 1042`) and month (YYYYMM; 0 for none).
    public SecretBytes derive(KeyPurpose purpose, String subject, int month) {
        return derive(purpose, subject, month, LENGTH);
    }

    public SecretBytes derive(KeyPurpose purpose, String subject, int month, int length) {
        if (!isMonth(month)) {
            throw new IllegalArgumentException("a month is YYYYMM or 0: " + month);
        }
        var context = new KeyContext("franklin/v1", purpose.name(), subject, month, cluster);
        byte[] info = Canonical.encode(KeyContext.class, context);
        return extracted.use(key -> expand(key, info, length));
    }

    /// Whether a number is a month YYYYMM, or 0.
    public static boolean isMonth(int month) {
        return month == 0 || isMonthOfTime(month);
    }

    /// Whether a number is a month YYYYMM.
    static boolean isMonthOfTime(int month) {
        int ofYear = month % 100;
        return month >= 2000_00 && month <= 9999_12 && ofYear >= 1 && ofYear <= 12;
    }

    /// Both steps, as the standard's vectors have them.
    static SecretBytes hkdf(byte[] key, byte[] info, int length) {
        try (var extracted = extract(key)) {
            return extracted.use(pseudorandom -> expand(pseudorandom, info, length));
        }
    }

    static SecretBytes extract(byte[] key) {
        return derived(HKDFParameterSpec.ofExtract().addIKM(key).extractOnly());
    }

    static SecretBytes expand(byte[] pseudorandom, byte[] info, int length) {
        return derived(
                HKDFParameterSpec.expandOnly(
                        new SecretKeySpec(pseudorandom, "Generic"), info, length));
    }

    private static SecretBytes derived(HKDFParameterSpec how) {
        try {
            return SecretBytes.take(KDF.getInstance("HKDF-SHA256").deriveData(how));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a Java 25 runtime has HKDF", e);
        }
    }

    /// Wipes it; nothing is derived from it afterwards.
    @Override
    public void close() {
        extracted.close();
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
