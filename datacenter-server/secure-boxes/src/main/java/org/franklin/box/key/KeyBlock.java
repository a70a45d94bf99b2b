package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

/// What a wrapped key is and whose: its canonical form is the wrapping's associated data, so that a
/// key cannot be moved to another meter, installation, month or use.
///
/// `cluster` has 16 bytes; `month` is YYYYMM of the wrapping key.
public record KeyBlock(
        String usage,
        String algorithm,
        SerialNumber serial,
        long manufacturingNumber,
        Bytes cluster,
        int month) {

    public KeyBlock {
        if (usage.isBlank()
                || algorithm.isBlank()
                || manufacturingNumber < 1
                || cluster.length() != MasterKey.CLUSTER_LENGTH
                || !MasterKey.isMonthOfTime(month)) {
            throw new IllegalArgumentException(
                    "a key block names a use, an algorithm, a meter, a cluster and a month");
        }
    }

    /// The block of a meter's token key: a P-256 private scalar, 32 bytes, that signs indicia.
    public static KeyBlock ofTokenKey(
            SerialNumber serial, long manufacturingNumber, Bytes cluster, int month) {
        return new KeyBlock(
                "indicium-signing", "ecdsa-p256", serial, manufacturingNumber, cluster, month);
    }

    String subject() {
        return "meter " + serial.number();
    }
}
