package org.franklin.box.suite;

import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.paddings.ISO7816d4Padding;
import org.bouncycastle.crypto.params.KeyParameter;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

/// The MAC by repeated DES: ISO/IEC 9797-1, MAC algorithm 3 with DES and padding method 2, all 8
/// bytes. A chain of DES under the first key, whose last block is decrypted under the second and
/// encrypted under the first.
final class RetailMac {

    static final int LENGTH = 8;

    private RetailMac() {}

    /// `key` is the two DES keys, 16 bytes.
    static Bytes mac(SecretBytes key, Bytes data) {
        byte[] input = data.toArray();
        return key.use(two -> {
            if (two.length != TripleDes.KEY_LENGTH) {
                throw new IllegalArgumentException("a retail MAC has a key of 16 bytes");
            }
            var mac =
                    new ISO9797Alg3Mac(new DESEngine(), LENGTH * Byte.SIZE, new ISO7816d4Padding());
            mac.init(new KeyParameter(two));
            mac.update(input, 0, input.length);
            byte[] made = new byte[LENGTH];
            mac.doFinal(made, 0);
            return Bytes.of(made);
        });
    }
}
