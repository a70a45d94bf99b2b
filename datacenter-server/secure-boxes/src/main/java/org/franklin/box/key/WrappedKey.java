package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;

/// A key under AES-256-GCM: 12-byte nonce, then ciphertext with its 16-byte tag. In the suite of
/// 1998 it is under triple DES in CBC mode: 8-byte IV, then ciphertext with an 8-byte MAC. The key
/// block {version, usage, algorithm, serial, manufacturing number, cluster, month} is its
/// associated data, so that a key moved to another meter does not open. `month` is YYYYMM of the
/// wrapping key.
public record WrappedKey(int month, Bytes nonce, Bytes ciphertext) {

    public WrappedKey {
        if (!MasterKey.isMonthOfTime(month)) {
            throw new IllegalArgumentException("a key is wrapped in a month YYYYMM: " + month);
        }
    }
}
