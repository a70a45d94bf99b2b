package org.franklin.box.transaction;

import org.franklin.model.canonical.Bytes;

/// What the transaction box is started from. Masters have 32 bytes; `signingKey` is PKCS#8,
/// certificates are X.509 in DER, the public keys of the authentication box and of the payment
/// processor X.509 SubjectPublicKeyInfo.
public record TransactionSeed(
        Bytes cluster,
        Bytes recordMaster,
        Bytes journalMaster,
        Bytes signingKey,
        Bytes certificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes processorKey) {

    @Override
    public String toString() {
        return "TransactionSeed";
    }
}
