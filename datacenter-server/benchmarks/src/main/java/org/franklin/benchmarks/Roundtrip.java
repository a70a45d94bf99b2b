package org.franklin.benchmarks;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.benchmarks.raw.RawParts;
import org.franklin.client.datacenter.outcome.Purchase;

import java.nio.file.Files;
import java.nio.file.Path;

/// One dispense over TLS on loopback, by the client's own code: outbox, connection, data center,
/// boxes, database, and the answer verified and stored.
final class Roundtrip implements Benchmark {

    private static final int WARM_UPS = 150;
    private static final int TIMES = 300;

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-roundtrip");
        var raw = new RawParts(dir, figures);
        var fsync = raw.fsync();
        var commit = raw.commit();
        var signature = raw.signature();
        try (var office = Office.open(dir)) {
            var letters = office.letters(WARM_UPS + TIMES);
            var next = letters.iterator();
            var dispense =
                    Samples.of(
                            WARM_UPS,
                            TIMES,
                            () -> {
                                if (!(office.desk().buy(next.next()) instanceof Purchase.Charged)) {
                                    throw new IllegalStateException("not charged");
                                }
                            });
            figures.bench("roundtrip-p50", dispense.median(), "ms", fsync);
            figures.bench("roundtrip-p50", dispense.median(), "ms", commit);
            figures.bench("roundtrip-p50", dispense.median(), "ms", signature);
            figures.bench("roundtrip-p99", dispense.p99(), "ms", fsync);
        }
    }
}
