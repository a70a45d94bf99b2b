package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.benchmarks.raw.RawSignatures;
import org.franklin.model.money.Postage;

/// A thousand pieces on one meter, in one request, both stores durable. The denominator is what one
/// core signs, before and after.
public final class Batch implements Benchmark {

    private static final int PIECES = 1_000;
    private static final int WARM_UPS = 20;
    private static final int COUNTED = 41;

    @Override
    public void run(Figures figures) throws Exception {
        try (var workspace = Workspace.make("batch")) {
            workspace.describe(figures);
            var root = workspace.path().resolve("datacenter");
            try (var fleet = Fleet.make(root, 1, Postage.ofDollars(1_000_000))) {
                measure(fleet, figures);
            }
        }
    }

    private static void measure(Fleet fleet, Figures figures) throws Exception {
        var load = new Load(fleet, fleet.requests(fleet.quote(PIECES), WARM_UPS + COUNTED));
        load.alone(WARM_UPS);
        RawSignatures.perSecond();
        double before = RawSignatures.perSecond();
        figures.note("raw-p256-before", before, "/s");
        var batches = Samples.measured(load.alone(COUNTED));
        double after = RawSignatures.perSecond();
        figures.note("raw-p256-after", after, "/s");
        figures.note("batches", COUNTED, "of %d pieces".formatted(PIECES));
        figures.note("issued", load.allIssued(), "of all that were sent");
        figures.note("batch-median", batches.median(), "ms");
        figures.note("batch-least", batches.least(), "ms");
        var by = figures.denominator("raw-p256-one-core", (before + after) / 2, "/s");
        figures.bench("batch", PIECES / (batches.median() / 1e3), "pieces/s", by);
    }
}
