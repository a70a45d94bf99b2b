package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Figures.Denominator;
import org.franklin.benchmarks.meter.Load.Part;
import org.franklin.benchmarks.raw.RawCryptography;
import org.franklin.benchmarks.raw.RawSqlite;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Dispenses of one piece, each signed by a device, over 10,000 meters, both stores durable. The
/// denominator is SQLite alone, before and after.
///
/// The limit beside it is what this machine can do at all: its cores share the cryptography of each
/// dispense and SQLite's work, and do nothing else.
public final class Dispense implements Benchmark {

    private static final int METERS = 10_000;
    private static final int WARM_UPS = 60_000;
    private static final List<Integer> THREADS = List.of(64, 128, 256, 512);
    private static final int TRIAL = 8_000;
    private static final int COUNTED = 60_000;
    private static final int SAMPLE = 500;
    private static final int USUAL_THREADS = 128;
    private static final Duration TRIAL_ENDS = Duration.ofSeconds(4);
    private static final Duration ENDS = Duration.ofSeconds(40);

    private static final String RECORD = "SELECT AVG(LENGTH(record)) AS n FROM meter_record";
    private static final String REPLY =
            "SELECT AVG(LENGTH(reply)) AS n FROM meter_step WHERE actor > 0 AND sequence > 0";

    @Override
    public void run(Figures figures) throws Exception {
        try (var workspace = Workspace.make("dispense")) {
            workspace.describe(figures);
            Path root = workspace.path().resolve("datacenter");
            List<SerialNumber> sample;
            try (var fleet = Fleet.make(root, METERS, Postage.ofDollars(100))) {
                figures.note("meters", METERS, "each with a device and money");
                measure(fleet, workspace.path(), figures);
                int apart = METERS / SAMPLE;
                sample =
                        IntStream.range(0, SAMPLE)
                                .mapToObj(i -> fleet.serials().get(i * apart))
                                .toList();
            }
            Agreement.require(root, sample);
            figures.note("box-and-database-agree", SAMPLE, "meters, opened anew");
        }
    }

    private static void measure(Fleet fleet, Path folder, Figures figures) throws Exception {
        int all = WARM_UPS + THREADS.size() * TRIAL + COUNTED;
        var load = new Load(fleet, fleet.requests(fleet.quote(1), all));
        // A data center has been running for a while; a compiler at work is not what is measured.
        load.send(USUAL_THREADS, WARM_UPS, ENDS);
        var raw = rawSqlite(fleet, folder, figures);
        int threads = threads(load, figures);
        double before = raw.perSecond(COUNTED);
        figures.note("raw-sqlite-before", before, "/s");
        Part counted = load.send(threads, COUNTED, ENDS);
        double after = raw.perSecond(COUNTED);
        double cryptography = new RawCryptography(size(fleet, RECORD)).perSecond();
        figures.note("raw-sqlite-after", after, "/s");
        figures.note("threads", threads, "the best of the trials");
        figures.note("dispenses", counted.requests(), "counted");
        figures.note("cpu-of-a-dispense", counted.cpu() / counted.requests(), "ms");
        figures.note("issued", load.allIssued(), "of all that were sent");
        var by = figures.denominator("raw-sqlite", (before + after) / 2, "/s");
        figures.note("raw-cryptography", cryptography, "/s on all processors");
        double limit = limit(cryptography, by.value());
        figures.bench("dispense-limit", limit, "/s", by);
        figures.bench("dispense", counted.perSecond(), "/s", by);
        figures.bench(
                "dispense-of-limit",
                counted.perSecond(),
                "/s",
                new Denominator("dispense-limit", limit));
    }

    /// SQLite's rate is one processor's, with the disk's time in it; the limit counts as if that
    /// time were work that can be shared.
    private static double limit(double cryptography, double sqlite) {
        int cores = Runtime.getRuntime().availableProcessors();
        return 1 / (1 / cryptography + 1 / (sqlite * cores));
    }

    /// How many threads are best, by trial.
    private static int threads(Load load, Figures figures) throws Exception {
        var best = new Part(0, 0, 1, 0);
        for (int threads : THREADS) {
            var trial = load.send(threads, TRIAL, TRIAL_ENDS);
            figures.note("trial-with-%d-threads".formatted(threads), trial.perSecond(), "/s");
            best = trial.perSecond() > best.perSecond() ? trial : best;
        }
        return best.threads();
    }

    private static RawSqlite rawSqlite(Fleet fleet, Path folder, Figures figures) {
        int record = size(fleet, RECORD);
        int reply = size(fleet, REPLY);
        var settings = RawSqlite.Settings.of(fleet.dataCenter().database());
        figures.note("record", record, "bytes");
        figures.note("reply", reply, "bytes");
        figures.note("sqlite", settings.toString());
        return new RawSqlite(folder, settings, METERS, record, reply);
    }

    private static int size(Fleet fleet, String query) {
        return fleet.dataCenter()
                .database()
                .read(in -> in.first(query, row -> row.smallNumber("n")).orElseThrow());
    }
}
