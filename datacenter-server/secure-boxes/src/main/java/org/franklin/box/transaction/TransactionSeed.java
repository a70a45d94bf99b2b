package org.franklin.box.transaction;

import org.franklin.box.Wipeable;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What the transaction box is started from. The records' master has the length that the suite
/// says, that of the journal 32 bytes, as has `steelKey`, which the steel box shares and which no
/// message uses yet (decision 0008); `signingKey` is PKCS#8, certificates are X.509 in DER, the
/// public keys of the authentication box and of the payment processor X.509 SubjectPublicKeyInfo;
/// `keepers` are whom it believes in ceremonies.
public record TransactionSeed(
        Bytes cluster,
        SecretBytes recordMaster,
        SecretBytes journalMaster,
        SecretBytes steelKey,
        SecretBytes signingKey,
        Bytes certificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes processorKey,
        Suite suite,
        Keepers keepers)
        implements Wipeable {

    public TransactionSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || recordMaster.length() != suite.keyLength()
                || journalMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has the keys of its suite and a cluster");
        }
    }

    /// Wipes every secret; the rest stays readable.
    @Override
    public void close() {
        List.of(recordMaster, journalMaster, steelKey, signingKey).forEach(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "TransactionSeed";
    }
}
