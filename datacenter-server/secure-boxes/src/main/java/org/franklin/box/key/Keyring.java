package org.franklin.box.key;

import org.franklin.box.Wipeable;
import org.franklin.model.canonical.Bytes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/// Every key that a box holds while it is open, to be wiped together when it closes.
public final class Keyring implements Wipeable {

    private final Deque<Wipeable> keys = new ArrayDeque<>();

    /// What `maker` makes with a new ring, whose keys are wiped if it throws.
    public static <T> T filled(Function<Keyring, T> maker) {
        var keys = new Keyring();
        try {
            return maker.apply(keys);
        } catch (RuntimeException | Error e) {
            keys.close();
            throw e;
        }
    }

    /// The master key of a secret, which stays the caller's to wipe, as in all methods.
    public MasterKey master(SecretBytes secret, Bytes cluster) {
        return keep(new MasterKey(secret, cluster));
    }

    public SecretBytes secret(SecretBytes secret) {
        return keep(secret.copy());
    }

    /// The private key in PKCS#8.
    public SigningKey signing(SecretBytes pkcs8) {
        return keep(SigningKey.ofPkcs8(pkcs8));
    }

    /// Has this wiped, too.
    public synchronized <K extends Wipeable> K keep(K key) {
        keys.push(key);
        return key;
    }

    @Override
    public synchronized void close() {
        while (!keys.isEmpty()) {
            keys.pop().close();
        }
    }

    @Override
    public String toString() {
        return "Keyring";
    }
}
