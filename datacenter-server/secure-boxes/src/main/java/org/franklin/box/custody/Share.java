package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

/// What one custodian keeps: a part of a secret, and whose part of which.
///
/// `seal` is the first 4 bytes of the seal's id, `issue` counts from 1, and `custodian` from 1 to
/// `custodians`; `value` has 32 bytes, of which fewer than `needed` shares tell nothing.
public record Share(
        Bytes seal, int issue, int custodian, int needed, int custodians, SecretBytes value)
        implements AutoCloseable {

    static final int SEAL_LENGTH = 4;
    static final int VALUE_LENGTH = 32;

    public Share {
        if (seal.length() != SEAL_LENGTH
                || issue < 1
                || !Terms.ByShares.fit(needed, custodians)
                || custodian < 1
                || custodian > custodians
                || value.length() != VALUE_LENGTH) {
            throw new IllegalArgumentException("not a custodian's share");
        }
    }

    @Override
    public void close() {
        value.close();
    }

    @Override
    public String toString() {
        return "share of custodian " + custodian;
    }
}
