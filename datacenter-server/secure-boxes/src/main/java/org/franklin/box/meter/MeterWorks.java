package org.franklin.box.meter;

import org.franklin.box.Wipeable;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.RecordChain;

import java.security.SecureRandom;
import java.time.InstantSource;

/// What of the meter box works with keys, and is there only while the box serves.
record MeterWorks(MeterCore core, RecordChain<MeterRecord, MeterStep> chain) implements Wipeable {

    static MeterWorks of(
            MeterSeed seed, FreshnessLog log, SecureRandom random, InstantSource clock) {
        var core = MeterCore.of(seed, random);
        return new MeterWorks(core, new RecordChain<>(core.table(), log, random, clock));
    }

    @Override
    public void close() {
        core.close();
    }

    @Override
    public String toString() {
        return "MeterWorks";
    }
}
