package org.franklin.box.passphrase;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106), version 1.3, as BouncyCastle has it.
public final class Argon2id {

    /// Of a hash, in bytes.
    public static final int LENGTH = 32;

    /// Of a salt, in bytes.
    public static final int SALT_LENGTH = 16;

    private Argon2id() {}

    /// The hash, 32 bytes. The password stays the caller's to wipe, and the hash is.
    public static byte[] hash(Argon2Cost cost, byte[] salt, byte[] password) {
        return hash(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withMemoryAsKB(cost.kibibytes())
                        .withIterations(cost.passes())
                        .withParallelism(cost.lanes())
                        .withSalt(salt),
                password);
    }

    /// With a secret and associated data too, as the standard's vector has them.
    static byte[] hash(Argon2Parameters.Builder parameters, byte[] password) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters.withVersion(Argon2Parameters.ARGON2_VERSION_13).build());
        byte[] tag = new byte[LENGTH];
        generator.generateBytes(password, tag);
        return tag;
    }
}
