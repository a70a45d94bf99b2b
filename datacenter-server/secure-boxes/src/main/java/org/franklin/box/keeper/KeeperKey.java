package org.franklin.box.keeper;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;

/// A keeper's own key: what she signs with. It is hers; no box has it.
public final class KeeperKey implements AutoCloseable {

    private final String name;
    private final SigningKey key;

    private KeeperKey(String name, SigningKey key) {
        this.name = name;
        this.key = key;
    }

    public static KeeperKey draw(String name, SecureRandom random) {
        return new KeeperKey(name, SigningKey.generate(random));
    }

    /// Refuses anything but a P-256 key in PKCS#8, DER.
    static KeeperKey of(String name, SecretBytes pkcs8) {
        return new KeeperKey(name, SigningKey.ofPkcs8(pkcs8));
    }

    /// What others may know of her.
    public Keeper keeper() {
        return new Keeper(name, key.publicKey());
    }

    /// Signs a statement's canonical bytes.
    public Signed sign(Bytes statement) {
        return new Signed(name, key.sign(statement));
    }

    SecretBytes pkcs8() {
        return key.pkcs8();
    }

    @Override
    public String toString() {
        return "KeeperKey[" + name + "]";
    }

    @Override
    public void close() {
        key.close();
    }
}
