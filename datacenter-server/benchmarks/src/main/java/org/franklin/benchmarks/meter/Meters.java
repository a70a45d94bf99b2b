package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.benchmarks.meter.BoxRounds.Cost;
import org.franklin.box.Standing;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.datacenter.function.rates.PriceTables;
import org.franklin.datacenter.function.rates.QuotePostage;
import org.franklin.model.canonical.Hash;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// A meter box with a million meters beside one with a thousand: how long it takes to start, how
/// much memory its freshness takes, and what a dispense costs, without any database.
public final class Meters implements Benchmark {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int STARTS = 3;
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 24;

    /// A counter and two hashes: what a box must remember of a meter at the least.
    private static final int LEAST_BYTES = Long.BYTES + 2 * Hash.LENGTH;

    @Override
    public void run(Figures figures) throws Exception {
        var mailers = new Mailers(new SecureRandom());
        try (var workspace = Workspace.make("meters")) {
            workspace.describe(figures);
            var few = Population.make(workspace.path().resolve("few"), FEW, mailers);
            Path folder = workspace.path().resolve("many");
            var many = Population.make(folder, MANY, mailers);
            figures.note("meters", MANY, "of which %d are genuine".formatted(Population.GENUINE));
            figures.note("memory-on-disk", bytesIn(folder) >> 20, "MB");
            start(few, many, figures);
            memory(many, figures);
            cost(few, many, mailers, figures);
        }
    }

    /// From nothing to an answer.
    private static void start(Population few, Population many, Figures figures) throws Exception {
        double fewer = Samples.timed(1, STARTS, () -> look(few)).median() / 1e3;
        double more = Samples.timed(0, STARTS, () -> look(many)).median() / 1e3;
        var by = figures.denominator("start-with-1000-meters", fewer, "s");
        figures.bench("meters-start", more, "s", by);
    }

    private static double look(Population population) throws Exception {
        long from = System.nanoTime();
        try (var log = population.openLog()) {
            var record = population.genuine().getLast().links().getLast().record();
            var looked =
                    population.doors(log).meter().call(new MeterBoxRequest.Look(record.record()));
            double millis = (System.nanoTime() - from) / 1e6;
            if (!looked.equals(new MeterBoxAnswer.Looked(Standing.CURRENT, record.counter()))) {
                throw new IllegalStateException("the box forgot a meter: " + looked);
            }
            return millis;
        }
    }

    private static void memory(Population many, Figures figures) throws Exception {
        long heapBefore = heap();
        long besideBefore = besideTheHeap();
        try (var log = many.openLog()) {
            double heap = (heap() - heapBefore) / 1e6;
            figures.note("beside-the-heap", (besideTheHeap() - besideBefore) / 1e6, "MB");
            figures.note("box-is-in-service", log.fault().isEmpty() ? "yes" : "no");
            var by =
                    figures.denominator(
                            "counters-and-hashes-alone", (double) MANY * LEAST_BYTES / 1e6, "MB");
            figures.bench("meters-heap", heap, "MB", by);
        }
    }

    private static void cost(Population few, Population many, Mailers mailers, Figures figures)
            throws Exception {
        var quote = Mailers.quote(new QuotePostage(PriceTables.published()), 1);
        try (var fewLog = few.openLog();
                var manyLog = many.openLog()) {
            var fewRounds = new BoxRounds(few.doors(fewLog), mailers, few.genuine());
            var manyRounds = new BoxRounds(many.doors(manyLog), mailers, many.genuine());
            var fewer = new ArrayList<Cost>();
            var more = new ArrayList<Cost>();
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                fewer.add(fewRounds.round(quote));
                more.add(manyRounds.round(quote));
            }
            figures.note(
                    "rounds", ROUNDS, "in turns, of %d dispenses".formatted(Population.GENUINE));
            var cpu = figures.denominator("cpu-at-1000-meters", median(fewer, Cost::cpu), "ms");
            var clock =
                    figures.denominator(
                            "dispense-at-1000-meters", median(fewer, Cost::clock), "ms");
            figures.bench("meters-cpu", median(more, Cost::cpu), "ms", cpu);
            figures.bench("meters-cost", median(more, Cost::clock), "ms", clock);
        }
    }

    private static double median(List<Cost> rounds, ToDoubleFunction<Cost> of) {
        return Samples.measured(rounds.stream().skip(WARM_UPS).mapToDouble(of).toArray()).median();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long besideTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long bytesIn(Path folder) throws Exception {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
