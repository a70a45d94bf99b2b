package org.franklin.box.meter;

import org.franklin.model.canonical.Bytes;

/// What the meter box is started from. Masters have 32 bytes; `receiptKey` is PKCS#8, certificates
/// are X.509 in DER, the other boxes' public keys X.509 SubjectPublicKeyInfo.
public record MeterSeed(
        Bytes cluster,
        Bytes recordMaster,
        Bytes tokenKeyMaster,
        Bytes journalMaster,
        Bytes receiptKey,
        Bytes receiptCertificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes transactionKey) {

    @Override
    public String toString() {
        return "MeterSeed";
    }
}
