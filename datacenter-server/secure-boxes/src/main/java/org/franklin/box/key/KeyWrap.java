package org.franklin.box.key;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.security.SecureRandom;
import java.util.Optional;

/// Wraps keys for the database's keeping: AES-256-GCM with a random nonce under a key derived for
/// the meter and the month, the [KeyBlock] as associated data.
public final class KeyWrap {

    private final MasterKey key;
    private final SecureRandom random;

    public KeyWrap(MasterKey key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    public WrappedKey wrap(SecretBytes secret, KeyBlock block) {
        byte[] nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(nonce);
        try (var wrapping = wrappingKey(block)) {
            var sealed =
                    secret.use(plain -> AesGcm.seal(wrapping, nonce, associated(block), plain));
            return new WrappedKey(block.month(), Bytes.of(nonce), sealed);
        }
    }

    /// The key, or nothing where the wrapped bytes were changed or belong to another block.
    public Optional<SecretBytes> unwrap(WrappedKey wrapped, KeyBlock block) {
        if (wrapped.month() != block.month()) {
            return Optional.empty();
        }
        try (var wrapping = wrappingKey(block)) {
            return AesGcm.open(wrapping, wrapped.nonce(), associated(block), wrapped.ciphertext());
        }
    }

    private SecretBytes wrappingKey(KeyBlock block) {
        return key.derive(KeyPurpose.TOKEN_KEY_WRAP, block.subject(), block.month());
    }

    private static byte[] associated(KeyBlock block) {
        return Canonical.encode(KeyBlock.class, block);
    }

    @Override
    public String toString() {
        return "KeyWrap";
    }
}
