package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Child;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.meter.Load.Part;
import org.franklin.datacenter.Main;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.money.Postage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/// Dispenses as in [Dispense], with the meter box in a process of its own behind a Unix-domain
/// socket. The denominator is the same data center with the box inside, before and after.
public final class Apart implements Benchmark {

    private static final int METERS = 10_000;
    private static final int WARM_UPS = 15_000;
    private static final int COUNTED = 30_000;
    private static final List<Integer> THREADS = List.of(128, 256, 512);
    private static final int TRIAL = 5_000;
    private static final int EACH = WARM_UPS + THREADS.size() * TRIAL + COUNTED;
    private static final Duration ENDS = Duration.ofSeconds(20);

    @Override
    public void run(Figures figures) throws Exception {
        try (var workspace = Workspace.make("process");
                var fleet =
                        Fleet.make(
                                workspace.path().resolve("datacenter"),
                                METERS,
                                Postage.ofDollars(100))) {
            workspace.describe(figures);
            var load = new Load(fleet, fleet.requests(fleet.quote(1), 3 * EACH));
            Part before = measured("in-process-before", load, figures, () -> 0);
            Part apart = apart(fleet, load, figures);
            fleet.reopen(BoxPlaces.EMBEDDED);
            Part after = measured("in-process-after", load, figures, () -> 0);
            figures.note("issued", load.allIssued(), "of all that were sent");
            var by =
                    figures.denominator(
                            "in-process", (before.perSecond() + after.perSecond()) / 2, "/s");
            figures.bench("process", apart.perSecond(), "/s", by);
        }
    }

    /// The socket lies in a short folder of its own: the system allows a hundred letters.
    private static Part apart(Fleet fleet, Load load, Figures figures) throws Exception {
        Path root = fleet.dataCenter().folder().root();
        Path folder = Files.createTempDirectory("box");
        Path socket = folder.resolve("meter.sock");
        // The box's journal is free once nobody has it inside; the data center does not wait.
        fleet.reopen(BoxPlaces.EMBEDDED.with(BoxKind.METER, "socket:" + socket));
        try (var box = Child.java(command(root, socket))) {
            box.until("Serving.");
            return measured("apart", load, figures, () -> cpu(box.process()));
        } finally {
            Files.deleteIfExists(folder.resolve("meter.sock.lock"));
            Files.delete(folder);
        }
    }

    private static List<String> command(Path root, Path socket) {
        return List.of(
                Main.class.getName(),
                "box",
                "meter",
                "--dir",
                root.toString(),
                "--socket",
                socket.toString());
    }

    /// Of a process, in milliseconds.
    private static double cpu(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /// Warm, with as many threads as are best; `beside` is the processor time of another process.
    private static Part measured(String name, Load load, Figures figures, DoubleSupplier beside)
            throws Exception {
        load.send(THREADS.getFirst(), WARM_UPS, ENDS);
        var best = new Part(0, 0, 1, 0);
        for (int threads : THREADS) {
            var trial = load.send(threads, TRIAL, ENDS);
            best = trial.perSecond() > best.perSecond() ? trial : best;
        }
        double from = beside.getAsDouble();
        Part counted = load.send(best.threads(), COUNTED, ENDS);
        double cpu = counted.cpu() + beside.getAsDouble() - from;
        figures.note(name + "-threads", best.threads(), "the best of the trials");
        figures.note(name, counted.perSecond(), "/s");
        figures.note(name + "-cpu", cpu / counted.requests(), "ms a dispense, in all");
        return counted;
    }
}
