package org.franklin.box.steel;

import org.franklin.box.key.MasterKey;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;

/// What the steel box is started from. The vendor's and the Post's domain keys have the length that
/// the suite says, as has `tokenKeyMaster`, which the meter box shares; `rootKey` is PKCS#8, `root`
/// X.509 in DER.
public record SteelSeed(
        Bytes cluster,
        Bytes vendorKey,
        Bytes postalKey,
        Bytes tokenKeyMaster,
        Bytes rootKey,
        Bytes root,
        Suite suite) {

    public SteelSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || vendorKey.length() != suite.keyLength()
                || postalKey.length() != suite.keyLength()
                || tokenKeyMaster.length() != suite.keyLength()) {
            throw new IllegalArgumentException("a seed has the keys of its suite and a cluster");
        }
    }

    @Override
    public String toString() {
        return "SteelSeed";
    }
}
