package org.franklin.box;

import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;

/// Known answers.
public final class SelfTest {

    private SelfTest() {}

    /// Whether what one provider signs with a new key the other one verifies, and nothing else.
    static boolean pairwise(Signatures signer, Signatures verifier) {
        try (var key = SigningKey.generate(signer, new SecureRandom())) {
            var data = Bytes.ofHex("f12a4b");
            var signed = key.sign(data);
            var verifying = VerifyingKey.of(verifier, key.publicKey()).orElseThrow();
            return signed.length() == 64
                    && verifying.verifies(data, signed)
                    && !verifying.verifies(Bytes.EMPTY, signed);
        }
    }
}
