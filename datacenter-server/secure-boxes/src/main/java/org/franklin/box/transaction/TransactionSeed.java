package org.franklin.box.transaction;

import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Bytes;

/// What the transaction box is started from. Masters have 32 bytes; `signingKey` is PKCS#8,
/// certificates are X.509 in DER, the public keys of the authentication box and of the payment
/// processor X.509 SubjectPublicKeyInfo; `keepers` are whom it believes in ceremonies.
public record TransactionSeed(
        Bytes cluster,
        Bytes recordMaster,
        Bytes journalMaster,
        Bytes signingKey,
        Bytes certificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes processorKey,
        Keepers keepers) {

    public TransactionSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || recordMaster.length() != MasterKey.LENGTH
                || journalMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has keys of 32 and a cluster of 16 bytes");
        }
    }

    /// Of an installation that can hold no ceremonies.
    public TransactionSeed(
            Bytes cluster,
            Bytes recordMaster,
            Bytes journalMaster,
            Bytes signingKey,
            Bytes certificate,
            Bytes root,
            Bytes authenticationKey,
            Bytes processorKey) {
        this(
                cluster,
                recordMaster,
                journalMaster,
                signingKey,
                certificate,
                root,
                authenticationKey,
                processorKey,
                Keepers.NONE);
    }

    @Override
    public String toString() {
        return "TransactionSeed";
    }
}
