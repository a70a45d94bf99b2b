package org.franklin.benchmarks.key;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From sealed seeds to boxes that serve: all four of an installation, one after the other, in a
/// process of its own that has just begun, each with its self-test, its keys tried, its journal
/// read, and a first request answered. The denominator is a process that does nothing.
///
/// Before, and noted by itself, the process loads the provider of signatures, whose native library
/// tests itself: once in a process, whatever boxes it has. As by the launcher, classes come from an
/// archive that the first run, not counted, leaves behind.
public final class BoxesOpened implements Benchmark {

    private static final int TIMES = 7;

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-open");
        Path installation = dir.resolve("datacenter");
        exec(List.of("org.franklin.datacenter.Main", "init", "--dir", installation.toString()));
        var nothing =
                Samples.of(1, TIMES, () -> exec(List.of(OpeningProcess.class.getName(), "none")));
        var command =
                List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + dir.resolve("classes.jsa"),
                        OpeningProcess.class.getName(),
                        installation.toString());
        var cold = new double[TIMES];
        var warm = new double[TIMES];
        var provider = new double[TIMES];
        exec(command);
        for (int i = 0; i < TIMES; i++) {
            var said = exec(command);
            provider[i] = millis(said, "provider ");
            cold[i] = millis(said, "cold ");
            warm[i] = millis(said, "warm ");
        }
        figures.note("boxes", 4, "opened and asked");
        figures.note("provider-loaded", Samples.measured(provider).median(), "ms");
        figures.note("open-again", Samples.measured(warm).median(), "ms, in the same process");
        var by = figures.denominator("empty-jvm", nothing.median(), "ms");
        figures.bench("open", Samples.measured(cold).median(), "ms", by);
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
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path")));
        command.addAll(optionsMainAndArguments);
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } finally {
            process.waitFor();
        }
    }
}
