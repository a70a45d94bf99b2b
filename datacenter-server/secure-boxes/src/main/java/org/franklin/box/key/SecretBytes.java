package org.franklin.box.key;

import org.franklin.box.Wipeable;
import org.franklin.model.canonical.Secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Secret bytes, at least one, that can be wiped, compare in constant time and never print.
///
/// A moving garbage collector may have copied them before they are wiped, so wiping shortens their
/// stay in memory and guarantees nothing; hardware behind PKCS#11 is the answer to that.
public final class SecretBytes implements Secret, Wipeable {

    private final byte[] content;
    private boolean closed;

    private SecretBytes(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("a secret has at least one byte");
        }
        this.content = content;
    }

    /// Copies the bytes, then wipes the given array: the caller's copy is gone afterwards.
    public static SecretBytes take(byte[] secret) {
        try {
            return new SecretBytes(secret.clone());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    public static SecretBytes random(int length, SecureRandom random) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return take(drawn);
    }

    public int length() {
        return content.length;
    }

    /// Lends a copy, which is wiped when `user` returns or throws. Refused once closed.
    @Override
    public <R> R use(Function<byte[], R> user) {
        byte[] lent = content();
        try {
            return user.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /// The same secret with a life of its own.
    public SecretBytes copy() {
        return take(content());
    }

    /// These bytes, then those, as a new secret.
    public SecretBytes plus(SecretBytes end) {
        return use(first ->
                end.use(second -> {
                    byte[] both = Arrays.copyOf(first, first.length + second.length);
                    System.arraycopy(second, 0, both, first.length, second.length);
                    return take(both);
                }));
    }

    private synchronized byte[] content() {
        if (closed) {
            throw new IllegalStateException("this secret has been wiped");
        }
        return content.clone();
    }

    /// In constant time for equal lengths; a wiped secret equals nothing but itself.
    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof SecretBytes that
                && !isClosed()
                && !that.isClosed()
                && use(mine -> that.use(theirs -> MessageDigest.isEqual(mine, theirs)));
    }

    /// The same for all secrets, since a hash would tell of the content.
    @Override
    public int hashCode() {
        return SecretBytes.class.hashCode();
    }

    @Override
    public String toString() {
        return "secret";
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(content, (byte) 0);
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
