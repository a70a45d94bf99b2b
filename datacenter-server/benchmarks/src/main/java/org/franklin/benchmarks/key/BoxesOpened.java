package org.franklin.benchmarks.key;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Child;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.datacenter.keymanagement.BoxKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// From a sealed seed to a box that serves, in a process of its own that has just begun, as
/// `franklin-datacenter box` is: its self-test, its keys tried, its journal read, and a first
/// request answered. The figure is that of the slowest of the four; the denominator is a process
/// that does nothing.
///
/// Before, and noted by itself, the process loads the provider of signatures, whose native library
/// tests itself: once in a process, whatever boxes it has. As by the launcher, classes come from an
/// archive that the first run, not counted, leaves behind.
public final class BoxesOpened implements Benchmark {

    private static final int TIMES = 7;

    /// What opening took, in milliseconds, the middle of some runs.
    private record Opened(double provider, double cold, double warm) {}

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-open");
        Path installation = dir.resolve("datacenter");
        exec(List.of("org.franklin.datacenter.Main", "init", "--dir", installation.toString()));
        var nothing =
                Samples.of(1, TIMES, () -> exec(List.of(OpeningProcess.class.getName(), "none")));
        double slowest = 0;
        for (BoxKind kind : BoxKind.values()) {
            var opened = opened(dir, installation, List.of(kind));
            slowest = Math.max(slowest, opened.cold);
            figures.note("open-" + kind.word(), opened.cold, "ms");
        }
        var all = opened(dir, installation, List.of(BoxKind.values()));
        figures.note("provider-loaded", all.provider, "ms");
        figures.note("open-all-four", all.cold, "ms, one after the other");
        figures.note("open-all-again", all.warm, "ms, in the same process");
        var by = figures.denominator("empty-jvm", nothing.median(), "ms");
        figures.bench("open", slowest, "ms", by);
    }

    private static Opened opened(Path dir, Path installation, List<BoxKind> kinds)
            throws Exception {
        String names = kinds.stream().map(BoxKind::name).collect(Collectors.joining("-"));
        var command =
                new ArrayList<>(
                        List.of(
                                "-XX:+AutoCreateSharedArchive",
                                "-XX:SharedArchiveFile=" + dir.resolve(names + ".jsa"),
                                OpeningProcess.class.getName(),
                                installation.toString()));
        kinds.forEach(kind -> command.add(kind.name()));
        exec(command);
        var cold = new double[TIMES];
        var warm = new double[TIMES];
        var provider = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            var said = exec(command);
            provider[i] = millis(said, "provider ");
            cold[i] = millis(said, "cold ");
            warm[i] = millis(said, "warm ");
        }
        return new Opened(
                Samples.measured(provider).median(),
                Samples.measured(cold).median(),
                Samples.measured(warm).median());
    }

    private static double millis(List<String> said, String what) throws IOException {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> Double.parseDouble(line.substring(what.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("it did not say how long it took: " + said));
    }

    /// The lines that a main class says until its end.
    private static List<String> exec(List<String> optionsMainAndArguments)
            throws IOException, InterruptedException {
        try (var child = Child.java(optionsMainAndArguments)) {
            return child.lines();
        }
    }
}
