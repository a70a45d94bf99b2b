package org.franklin.box.transaction;

import org.franklin.box.Wipeable;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.key.Keyring;
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
        Keyring keys)
        implements Wipeable {

    static TransactionWorks of(
            TransactionSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        return Keyring.filled(keys -> of(seed, log, random, clock, keys));
    }

    private static TransactionWorks of(
            TransactionSeed seed,
            FreshnessLog log,
            SecureRandom random,
            InstantSource clock,
            Keyring keys) {
        var law =
                new AccountLaw(
                        new TransactionTrust(seed),
                        BoxSigner.seeded(keys, seed.signingKey(), seed.certificate()));
        var table =
                new DecisionTable<>(
                        AccountRecord.class,
                        seed.cluster(),
                        seed.suite().recordSeal(keys, seed.recordMaster(), seed.cluster()),
                        law);
        return new TransactionWorks(table, new RecordChain<>(table, log, random, clock), law, keys);
    }

    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return "TransactionWorks";
    }
}
