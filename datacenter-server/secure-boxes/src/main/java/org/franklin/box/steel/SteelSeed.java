package org.franklin.box.steel;

import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.statement.BirthMac;
import org.franklin.model.canonical.Bytes;

/// What the steel box is started from. The vendor's and the Post's domain keys have 32 bytes each,
/// as has `tokenKeyMaster`, which the meter box shares. `meterKey`, `authenticationKey` and
/// `transactionKey` are each shared with that box, 32 bytes; `rootKey` is PKCS#8, `root` X.509 in
/// DER.
public record SteelSeed(
        Bytes cluster,
        Bytes vendorKey,
        Bytes postalKey,
        Bytes tokenKeyMaster,
        Bytes meterKey,
        Bytes authenticationKey,
        Bytes transactionKey,
        Bytes rootKey,
        Bytes root) {

    public SteelSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || vendorKey.length() != MasterKey.LENGTH
                || postalKey.length() != MasterKey.LENGTH
                || tokenKeyMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has keys of 32 and a cluster of 16 bytes");
        }
    }

    /// What makes a birth this box's, for the meter box.
    BirthMac births(Keyring keys) {
        return new BirthMac(keys.master(meterKey, cluster));
    }

    @Override
    public String toString() {
        return "SteelSeed";
    }
}
