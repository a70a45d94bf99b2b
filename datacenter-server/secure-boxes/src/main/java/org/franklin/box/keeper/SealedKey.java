package org.franklin.box.keeper;

import org.franklin.box.key.AesGcm;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.passphrase.Argon2id;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Hash;

import java.security.SecureRandom;
import java.util.Optional;

/// A keeper's private key, PKCS#8, under AES-256-GCM with a key from Argon2id of her passphrase.
/// Her name and the cost are bound to it.
///
/// Its form ends with a SHA-256 of itself, so that damage is told from a wrong passphrase.
record SealedKey(String keeper, Argon2Cost cost, Bytes salt, Bytes nonce, Bytes key) {

    /// So that a forged file cannot take the machine down before anyone knows that it is forged.
    private static final int MOST_KIBIBYTES = 256 * 1024;

    private static final int MOST_PASSES = 12;

    private record Context(String keeper, Argon2Cost cost, Bytes salt) {}

    SealedKey {
        if (salt.length() != Argon2id.SALT_LENGTH) {
            throw new IllegalArgumentException("a salt has 16 bytes");
        }
        if (cost.kibibytes() > MOST_KIBIBYTES || cost.passes() > MOST_PASSES) {
            throw new IllegalArgumentException("a keeper's passphrase costs 256 MiB at most");
        }
    }

    /// The key is the caller's, and so is the passphrase. What is made has been opened once.
    static SealedKey of(KeeperKey key, SecretBytes passphrase, SecureRandom random) {
        var cost = Argon2Cost.STANDARD;
        var salt = draw(Argon2id.SALT_LENGTH, random);
        var nonce = draw(AesGcm.NONCE_LENGTH, random);
        String keeper = key.keeper().name();
        try (var wrapping = wrapping(keeper, cost, salt, passphrase);
                var pkcs8 = key.pkcs8()) {
            var sealed =
                    pkcs8.use(plain ->
                            AesGcm.seal(
                                    wrapping, nonce.toArray(), context(keeper, cost, salt), plain));
            var made = new SealedKey(keeper, cost, salt, nonce, sealed);
            made.open(passphrase)
                    .orElseThrow(() -> new IllegalStateException("the new seal does not open"))
                    .close();
            return made;
        }
    }

    static Decoded<SealedKey> read(Bytes form) {
        int end = form.length() - Hash.LENGTH;
        if (end < 0) {
            return new Malformed<>("it is cut short");
        }
        var content = form.slice(0, end);
        return Hash.of(content).bytes().equals(form.slice(end, form.length()))
                ? Canonical.decode(SealedKey.class, content)
                : new Malformed<>("its content does not have its checksum");
    }

    Bytes form() {
        var content = Canonical.bytes(this);
        return content.plus(Hash.of(content).bytes());
    }

    /// The key in PKCS#8; empty where the passphrase is another one.
    Optional<SecretBytes> open(SecretBytes passphrase) {
        try (var wrapping = wrapping(keeper, cost, salt, passphrase)) {
            return AesGcm.open(wrapping, nonce, context(keeper, cost, salt), key);
        }
    }

    /// A keeper belongs to no installation: the salt stands in the place of one.
    private static SecretBytes wrapping(
            String keeper, Argon2Cost cost, Bytes salt, SecretBytes passphrase) {
        try (var stretched =
                        passphrase.use(typed ->
                                SecretBytes.take(Argon2id.hash(cost, salt.toArray(), typed)));
                var master = new MasterKey(stretched, salt)) {
            return master.derive(KeyPurpose.KEEPER_WRAP, keeper, 0);
        }
    }

    private static byte[] context(String keeper, Argon2Cost cost, Bytes salt) {
        return Canonical.encode(Context.class, new Context(keeper, cost, salt));
    }

    private static Bytes draw(int length, SecureRandom random) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return Bytes.of(drawn);
    }

    @Override
    public String toString() {
        return "SealedKey[" + keeper + "]";
    }
}
