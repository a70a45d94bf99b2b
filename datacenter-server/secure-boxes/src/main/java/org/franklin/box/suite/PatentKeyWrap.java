package org.franklin.box.suite;

import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.security.SecureRandom;
import java.util.Optional;

/// Token keys under triple DES in CBC mode, with a random IV, under a key derived from the meter's
/// serial number; behind the ciphertext a retail MAC, 8 bytes, over key block, IV and ciphertext,
/// under a second key derived likewise. The patent wraps without a MAC; but then whoever keeps the
/// database could change keys.
final class PatentKeyWrap implements TokenKeyWrap {

    private final PatentMaster key;
    private final SecureRandom random;

    PatentKeyWrap(PatentMaster key, SecureRandom random) {
        this.key = key;
        this.random = random;
    }

    @Override
    public WrappedKey wrap(SecretBytes secret, KeyBlock block) {
        byte[] iv = new byte[TripleDes.BLOCK_LENGTH];
        random.nextBytes(iv);
        try (var wrapping = derive(PatentPurpose.TOKEN_KEY_WRAP, block)) {
            var ciphertext = secret.use(plain -> Bytes.of(TripleDes.encrypt(wrapping, iv, plain)));
            var start = Bytes.of(iv);
            return new WrappedKey(
                    block.month(), start, ciphertext.plus(mac(block, start, ciphertext)));
        }
    }

    @Override
    public Optional<SecretBytes> unwrap(WrappedKey wrapped, KeyBlock block) {
        var sealed = wrapped.ciphertext();
        int length = sealed.length() - RetailMac.LENGTH;
        if (wrapped.month() != block.month()
                || wrapped.nonce().length() != TripleDes.BLOCK_LENGTH
                || length <= 0
                || length % TripleDes.BLOCK_LENGTH != 0) {
            return Optional.empty();
        }
        var ciphertext = sealed.slice(0, length);
        if (!mac(block, wrapped.nonce(), ciphertext)
                .equals(sealed.slice(length, sealed.length()))) {
            return Optional.empty();
        }
        try (var wrapping = derive(PatentPurpose.TOKEN_KEY_WRAP, block)) {
            return Optional.of(
                    SecretBytes.take(
                            TripleDes.decrypt(
                                    wrapping, wrapped.nonce().toArray(), ciphertext.toArray())));
        }
    }

    /// The key block's canonical form stands behind its length, and the IV has one length.
    private Bytes mac(KeyBlock block, Bytes iv, Bytes ciphertext) {
        record Wrapping(KeyBlock block, Bytes iv, Bytes ciphertext) {}

        var form = Canonical.encode(Wrapping.class, new Wrapping(block, iv, ciphertext));
        try (var sealing = derive(PatentPurpose.TOKEN_KEY_BLOCK, block)) {
            return RetailMac.mac(sealing, Bytes.of(form));
        }
    }

    private SecretBytes derive(PatentPurpose purpose, KeyBlock block) {
        return key.derive(purpose, TokenKey.subject(block.serial()), 0);
    }

    @Override
    public String toString() {
        return "PatentKeyWrap";
    }
}
