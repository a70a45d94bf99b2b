package org.franklin.model.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A SHA-256 digest, 32 bytes.
public record Hash(Bytes bytes) {

    public static final int LENGTH = 32;

    /// Stands where nothing came before: the predecessor of a first record.
    public static final Hash NONE = new Hash(Bytes.of(new byte[LENGTH]));

    public Hash {
        if (bytes.length() != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
        }
    }

    public static Hash of(byte[] content) {
        try {
            return new Hash(Bytes.keeping(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java runtime has SHA-256", e);
        }
    }

    public static Hash of(Bytes content) {
        return of(content.content());
    }

    @Override
    public String toString() {
        return bytes.hex().substring(0, 16);
    }
}
