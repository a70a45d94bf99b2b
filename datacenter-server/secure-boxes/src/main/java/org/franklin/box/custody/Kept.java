package org.franklin.box.custody;

import org.franklin.box.Wipeable;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

/// What a custody file holds: the seal's id (16 bytes, drawn with the seal key), the issue (from 1,
/// one more whenever custody changes), a check of the seal key (8 bytes), the terms, and the seal
/// key, under them, with its nonce; a key that lies plainly has no nonce.
record Kept(Bytes seal, int issue, Bytes check, Terms terms, Bytes nonce, SecretBytes key)
        implements Wipeable {

    static final int CHECK_LENGTH = 8;

    Kept {
        if (seal.length() != MasterKey.CLUSTER_LENGTH
                || issue < 1
                || check.length() != CHECK_LENGTH) {
            throw new IllegalArgumentException("not the custody of a seal key");
        }
    }

    private record Context(Bytes seal, int issue, Bytes check, Terms terms) {}

    /// What the seal key is bound to: nobody changes the terms without breaking the seal.
    static byte[] context(Bytes seal, int issue, Bytes check, Terms terms) {
        return Canonical.encode(Context.class, new Context(seal, issue, check, terms));
    }

    byte[] context() {
        return context(seal, issue, check, terms);
    }

    /// Wipes the key; the rest stays readable.
    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "Kept";
    }
}
