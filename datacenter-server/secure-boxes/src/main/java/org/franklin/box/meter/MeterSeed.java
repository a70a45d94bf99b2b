package org.franklin.box.meter;

import org.franklin.box.Wipeable;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.statement.BirthMac;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;

import java.util.List;

/// What the meter box is started from. Masters of records and token keys have the length that the
/// suite says, that of the journal 32 bytes; `steelKey` is shared with the steel box, 32 bytes, for
/// messages; `receiptKey` is PKCS#8, certificates are X.509 in DER, the other boxes' public keys
/// X.509 SubjectPublicKeyInfo; `keepers` are whom it believes in ceremonies.
public record MeterSeed(
        Bytes cluster,
        SecretBytes recordMaster,
        SecretBytes tokenKeyMaster,
        SecretBytes steelKey,
        SecretBytes journalMaster,
        SecretBytes receiptKey,
        Bytes receiptCertificate,
        Bytes root,
        Bytes authenticationKey,
        Bytes transactionKey,
        Suite suite,
        Keepers keepers)
        implements Wipeable {

    public MeterSeed {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH
                || recordMaster.length() != suite.keyLength()
                || tokenKeyMaster.length() != suite.keyLength()
                || journalMaster.length() != MasterKey.LENGTH) {
            throw new IllegalArgumentException("a seed has the keys of its suite and a cluster");
        }
    }

    /// The key that this box shares with the steel box, for what that one tells it.
    BirthMac births(Keyring keys) {
        return new BirthMac(keys.master(steelKey, cluster));
    }

    /// Wipes every secret; the rest stays readable.
    @Override
    public void close() {
        List.of(recordMaster, tokenKeyMaster, steelKey, journalMaster, receiptKey)
                .forEach(SecretBytes::close);
    }

    @Override
    public String toString() {
        return "MeterSeed";
    }
}
