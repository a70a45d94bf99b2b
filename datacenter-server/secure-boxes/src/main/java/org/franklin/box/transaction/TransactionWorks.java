package org.franklin.box.transaction;

import org.franklin.box.ceremony.KeptKeys;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.key.MasterKey;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.record.RecordChain;
import org.franklin.box.statement.BoxSigner;

import java.security.SecureRandom;
import java.time.InstantSource;

/// What of the transaction box works with keys, and is there only while the box serves.
record TransactionWorks(
        DecisionTable<AccountRecord, AccountStep> table,
        RecordChain<AccountRecord, AccountStep> chain,
        AccountLaw law,
        MasterKey records,
        BoxSigner signer)
        implements KeptKeys.Wipeable {

    static TransactionWorks of(
            TransactionSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        var signer = BoxSigner.seeded(seed.signingKey(), seed.certificate());
        var law = new AccountLaw(new TransactionTrust(seed), signer);
        var records = TransactionBox.masterKey(seed.recordMaster(), seed.cluster());
        var table = new DecisionTable<>(AccountRecord.class, seed.cluster(), records, law);
        var chain = new RecordChain<>(table, log, random, clock);
        return new TransactionWorks(table, chain, law, records, signer);
    }

    @Override
    public void close() {
        records.close();
        signer.close();
    }

    @Override
    public String toString() {
        return "TransactionWorks";
    }
}
