package org.franklin.box.meter;

import org.franklin.box.Wipeable;
import org.franklin.box.key.Keyring;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.Decision.Take;
import org.franklin.box.record.DecisionTable;
import org.franklin.box.statement.Birth;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// The core of the meter box: the decision table over the law of meters, without memory, disk or
/// clock. [MeterBox] runs it on a freshness log; the exhaustive checker and the simulator run it
/// too.
public final class MeterCore implements Wipeable {

    private final DecisionTable<MeterRecord, MeterStep> table;
    private final MeterDecisions decisions;
    private final MeterVerification verification;
    private final TokenKeyExport export;
    private final Keyring keys;

    private MeterCore(
            DecisionTable<MeterRecord, MeterStep> table,
            MeterDecisions decisions,
            MeterVerification verification,
            TokenKeyExport export,
            Keyring keys) {
        this.table = table;
        this.decisions = decisions;
        this.verification = verification;
        this.export = export;
        this.keys = keys;
    }

    /// `random` is the random part of signatures and wrappings.
    public static MeterCore of(MeterSeed seed, SecureRandom random) {
        return Keyring.filled(keys -> of(seed, random, keys));
    }

    private static MeterCore of(MeterSeed seed, SecureRandom random, Keyring keys) {
        var suite = seed.suite();
        var indicia =
                new IndiciumMaker(
                        suite,
                        suite.tokenKeyWrap(keys, seed.tokenKeyMaster(), seed.cluster(), random));
        var receipts = new Receipts(seed, keys);
        var decisions = new MeterDecisions(new MeterTrust(seed, keys), indicia, receipts);
        return new MeterCore(
                new DecisionTable<>(
                        MeterRecord.class,
                        seed.cluster(),
                        suite.recordSeal(keys, seed.recordMaster(), seed.cluster()),
                        decisions),
                decisions,
                new MeterVerification(indicia, receipts, seed.cluster()),
                new TokenKeyExport(indicia, receipts, random),
                keys);
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

    TokenKeyExport export() {
        return export;
    }

    /// Wipes the keys; the core is of no use afterwards.
    @Override
    public void close() {
        keys.close();
    }
}
