package org.franklin.box.meter;

import org.franklin.box.ceremony.KeptKeys;
import org.franklin.box.key.KeyWrap;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.Decision.Take;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.statement.Birth;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// The core of the meter box: the decision table over the law of meters, without memory, disk or
/// clock. [MeterBox] runs it on a freshness log; the exhaustive checker and the simulator run it
/// too.
public final class MeterCore implements KeptKeys.Wipeable {

    private final DecisionTable<MeterRecord, MeterStep> table;
    private final MeterDecisions decisions;
    private final MeterVerification verification;
    private final Keys keys;

    /// What is wiped when the box is stopped.
    private record Keys(MasterKey records, MasterKey tokenKeys, Receipts receipts) {
        @Override
        public String toString() {
            return "Keys";
        }
    }

    private MeterCore(
            DecisionTable<MeterRecord, MeterStep> table,
            MeterDecisions decisions,
            MeterVerification verification,
            Keys keys) {
        this.table = table;
        this.decisions = decisions;
        this.verification = verification;
        this.keys = keys;
    }

    /// `random` is the random part of signatures and wrappings.
    public static MeterCore of(MeterSeed seed, SecureRandom random) {
        var keys =
                new Keys(
                        masterKey(seed.recordMaster(), seed.cluster()),
                        masterKey(seed.tokenKeyMaster(), seed.cluster()),
                        new Receipts(seed));
        var indicia = new IndiciumMaker(new KeyWrap(keys.tokenKeys, random));
        var decisions = new MeterDecisions(new MeterTrust(seed), indicia, keys.receipts);
        return new MeterCore(
                new DecisionTable<>(MeterRecord.class, seed.cluster(), keys.records, decisions),
                decisions,
                new MeterVerification(indicia),
                keys);
    }

    static MasterKey masterKey(Bytes secret, Bytes cluster) {
        try (var seeded = SecretBytes.seeded(secret)) {
            return new MasterKey(seeded, cluster);
        }
    }

    public DecisionTable<MeterRecord, MeterStep> table() {
        return table;
    }

    /// The first step of a meter, if the steel box made it for this installation.
    public Optional<Take<MeterRecord>> admit(Birth birth, Instant now) {
        return decisions.admit(birth, now);
    }

    MeterVerification verification() {
        return verification;
    }

    /// Wipes the keys; the core is of no use afterwards.
    @Override
    public void close() {
        keys.records.close();
        keys.tokenKeys.close();
        keys.receipts.close();
    }
}
