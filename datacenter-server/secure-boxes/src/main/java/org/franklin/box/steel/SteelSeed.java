package org.franklin.box.steel;

import org.franklin.box.Wipeable;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.statement.BirthMac;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What the steel box is started from. The vendor's and the Post's domain keys have the length that
/// the suite says, as has `tokenKeyMaster`, which the meter box shares. `meterKey`,
/// `authenticationKey` and `transactionKey` are each shared with that box, 32 bytes; `rootKey` is
/// PKCS#8, `root` X.509 in DER.
public record SteelSeed(
        Bytes cluster,
        SecretBytes vendorKey,
        SecretBytes postalKey,
        SecretBytes tokenKeyMaster,
        SecretBytes meterKey,
        SecretBytes authenticationKey,
        SecretBytes transactionKey,
        SecretBytes rootKey,
        Bytes root,
        Suite suite)
        implements Wipeable {

    public SteelSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || vendorKey.length() != suite.keyLength()
                || postalKey.length() != suite.keyLength()
                || tokenKeyMaster.length() != suite.keyLength()) {
            throw new IllegalArgumentException("a seed has the keys of its suite and a cluster");
        }
    }

    /// What makes a birth this box's, for the meter box.
    BirthMac births(Keyring keys) {
        return new BirthMac(keys.master(meterKey, cluster));
    }

    /// Wipes every secret; the rest stays readable.
    @Override
    public void close() {
        List.of(
                        vendorKey,
                        postalKey,
                        tokenKeyMaster,
                        meterKey,
                        authenticationKey,
                        transactionKey,
                        rootKey)
                .forEach(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "SteelSeed";
    }
}
