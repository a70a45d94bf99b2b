package org.franklin.benchmarks.key;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Cpu;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.raw.RawSignatures;
import org.franklin.box.BoxPort;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.SigningKey;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.meter.SerialNumber;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// New meters out of the steel box, on all cores: each with its key derived from both domain keys,
/// tried once and wrapped, its manufacturing number and its X.509 certificate. The denominator is
/// what one core signs, before and after.
public final class MetersMade implements Benchmark {

    private static final int WARM_UPS = 6_000;
    private static final int COUNTED = 40_000;
    private static final int LOOKED_AT = 500;

    @Override
    public void run(Figures figures) throws Exception {
        int cores = Runtime.getRuntime().availableProcessors();
        var steel = steel();
        make(steel, cores, WARM_UPS);
        RawSignatures.perSecond();
        double before = RawSignatures.perSecond();
        figures.note("cores", cores, "in use");
        figures.note("raw-p256-before", before, "/s");
        double cpu = Cpu.millis();
        long from = System.nanoTime();
        var made = make(steel, cores, COUNTED);
        double seconds = (System.nanoTime() - from) / 1e9;
        figures.note("cpu-of-a-meter", (Cpu.millis() - cpu) / COUNTED, "ms");
        double after = RawSignatures.perSecond();
        figures.note("raw-p256-after", after, "/s");
        figures.note("certificates-read", certified(made), "of the meters made");
        var by = figures.denominator("raw-p256-one-core", (before + after) / 2, "/s");
        figures.bench("meters-made", COUNTED / seconds, "/s", by);
    }

    private static BoxPort<SteelBoxRequest, SteelBoxAnswer> steel() {
        var random = CheckedRandom.ofMachine();
        try (var processor = SigningKey.generate(random)) {
            var made = new Manufacturing(random, Clock.systemUTC()).make(processor.publicKey());
            return new BoxPort<>(
                    SteelBoxRequest.class,
                    SteelBoxAnswer.class,
                    SteelBox.open(made.seeds().steel(), Clock.systemUTC(), random));
        }
    }

    private static List<SteelBoxAnswer> make(
            BoxPort<SteelBoxRequest, SteelBoxAnswer> steel, int threads, int meters)
            throws Exception {
        var next = new AtomicInteger();
        var made = new ArrayList<SteelBoxAnswer>();
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<List<SteelBoxAnswer>>>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> work(steel, next, meters)));
            }
            for (Future<List<SteelBoxAnswer>> each : running) {
                made.addAll(each.get());
            }
        }
        return made;
    }

    private static List<SteelBoxAnswer> work(
            BoxPort<SteelBoxRequest, SteelBoxAnswer> steel, AtomicInteger next, int meters) {
        var made = new ArrayList<SteelBoxAnswer>();
        for (int i = next.incrementAndGet(); i <= meters; i = next.incrementAndGet()) {
            made.add(steel.call(new SteelBoxRequest.Make(new SerialNumber(i))));
        }
        return made;
    }

    private static int certified(List<SteelBoxAnswer> made) {
        int apart = made.size() / LOOKED_AT;
        for (int i = 0; i < LOOKED_AT; i++) {
            var birth = ((SteelBoxAnswer.Made) made.get(i * apart)).birth();
            if (!CertifiedKey.read(birth.certificate()).orElseThrow().isOfMeter(birth.serial())) {
                throw new IllegalStateException("a certificate of another meter");
            }
        }
        return LOOKED_AT;
    }
}
