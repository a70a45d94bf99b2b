package org.franklin.box.key;

import org.franklin.box.Wipeable;
import org.franklin.model.canonical.Bytes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/// Every key that a box holds while it is open, to be wiped together when it closes.
public final class Keyring implements Wipeable {

    private final Deque<Runnable> wipes = new ArrayDeque<>();

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

    /// The master key of a secret as a seed holds it.
    public MasterKey master(Bytes secret, Bytes cluster) {
        var master = MasterKey.seeded(secret, cluster);
        onClose(master::close);
        return master;
    }

    /// A secret as a seed holds it.
    public SecretBytes secret(Bytes seeded) {
        var secret = SecretBytes.seeded(seeded);
        onClose(secret::close);
        return secret;
    }

    /// The private key in PKCS#8 as a seed holds it.
    public SigningKey signing(Bytes pkcs8) {
        try (var seeded = SecretBytes.seeded(pkcs8)) {
            var key = SigningKey.ofPkcs8(seeded);
            onClose(key::close);
            return key;
        }
    }

    /// Has something else wiped, too.
    public synchronized void onClose(Runnable wipe) {
        wipes.push(wipe);
    }

    @Override
    public synchronized void close() {
        while (!wipes.isEmpty()) {
            wipes.pop().run();
        }
    }

    @Override
    public String toString() {
        return "Keyring";
    }
}
