package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.benchmarks.raw.RawAppends;
import org.franklin.model.money.Postage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One dispense alone, both stores durable. The denominator is an fsync of 4 KiB, taken in turns
/// with the dispenses.
public final class Latency implements Benchmark {

    private static final int METERS = 1_000;
    private static final int WARM_UPS = 40_000;
    private static final int WARM_UPS_ALONE = 1_000;
    private static final int WARMING_THREADS = 64;
    private static final int TURNS = 60;
    private static final int DISPENSES_A_TURN = 50;
    private static final int APPENDS_A_TURN = 20;

    @Override
    public void run(Figures figures) throws Exception {
        try (var workspace = Workspace.make("latency")) {
            workspace.describe(figures);
            var root = workspace.path().resolve("datacenter");
            try (var fleet = Fleet.make(root, METERS, Postage.ofDollars(100));
                    var appends = new RawAppends(workspace.path())) {
                measure(fleet, appends, figures);
            }
        }
    }

    private static void measure(Fleet fleet, RawAppends raw, Figures figures) throws Exception {
        int counted = TURNS * DISPENSES_A_TURN;
        int warming = WARM_UPS + WARM_UPS_ALONE;
        var load = new Load(fleet, fleet.requests(fleet.quote(1), warming + counted));
        // A data center has been running for a while; a compiler at work is not what is measured.
        load.send(WARMING_THREADS, WARM_UPS, Duration.ofMinutes(1));
        load.alone(WARM_UPS_ALONE);
        raw.some(APPENDS_A_TURN);
        var dispenses = new ArrayList<double[]>();
        var appends = new ArrayList<double[]>();
        for (int turn = 0; turn < TURNS; turn++) {
            dispenses.add(load.alone(DISPENSES_A_TURN));
            appends.add(raw.some(APPENDS_A_TURN));
        }
        figures.note("dispenses", counted, "counted, over %d meters".formatted(METERS));
        figures.note("issued", load.allIssued(), "of all that were sent");
        var fsync = samples(appends);
        var dispense = samples(dispenses);
        figures.note("raw-fsync-4k-p99", fsync.p99(), "ms");
        var by = figures.denominator("raw-fsync-4k", fsync.median(), "ms");
        figures.bench("latency-p50", dispense.median(), "ms", by);
        figures.bench("latency-p99", dispense.p99(), "ms", by);
    }

    private static Samples samples(List<double[]> turns) {
        return Samples.measured(turns.stream().flatMapToDouble(Arrays::stream).toArray());
    }
}
