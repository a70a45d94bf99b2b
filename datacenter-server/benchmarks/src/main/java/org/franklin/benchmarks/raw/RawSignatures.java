package org.franklin.benchmarks.raw;

import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;

/// What one core signs at best with the provider that the boxes chose: P-256, of as many bytes as
/// an indicium has before its signature.
public final class RawSignatures {

    private static final int COUNT = 20_000;
    private static final Bytes DATA = Bytes.of(new byte[45]);

    private RawSignatures() {}

    public static double perSecond() {
        try (var key = SigningKey.generate(new SecureRandom())) {
            long from = System.nanoTime();
            for (int i = 0; i < COUNT; i++) {
                if (key.sign(DATA).length() != 64) {
                    throw new IllegalStateException("no signature");
                }
            }
            return COUNT / ((System.nanoTime() - from) / 1e9);
        }
    }
}
