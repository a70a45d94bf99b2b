package org.franklin.box.meter;

import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Bytes;

/// What the meter box is started from. Masters have 32 bytes; `receiptKey` is PKCS#8, certificates
/// are X.509 in DER, the other boxes' public keys X.509 SubjectPublicKeyInfo; `keepers` are whom it
/// believes in ceremonies.
public record MeterSeed(
        Bytes cluster,
        Bytes recordMaster,
        Bytes tokenKeyMaster,
        Bytes journalMaster,
        Bytes receiptKey,
        Bytes receiptCertificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes transactionKey,
        Keepers keepers) {

    public MeterSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || recordMaster.length() != MasterKey.LENGTH
                || tokenKeyMaster.length() != MasterKey.LENGTH
                || journalMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has keys of 32 and a cluster of 16 bytes");
        }
    }

    /// Of an installation that can hold no ceremonies.
    public MeterSeed(
            Bytes cluster,
            Bytes recordMaster,
            Bytes tokenKeyMaster,
            Bytes journalMaster,
            Bytes receiptKey,
            Bytes receiptCertificate,
            Bytes root,
            Bytes authenticationKey,
            Bytes transactionKey) {
        this(
                cluster,
                recordMaster,
                tokenKeyMaster,
                journalMaster,
                receiptKey,
                receiptCertificate,
                root,
                authenticationKey,
                transactionKey,
                Keepers.NONE);
    }

    @Override
    public String toString() {
        return "MeterSeed";
    }
}
