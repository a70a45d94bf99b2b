package org.franklin.benchmarks;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Child;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// From the start of the process to a data center that listens, each in a process of its own; the
/// denominator is a process that does nothing. As by the launcher, classes come from an archive
/// that the first run, which is not counted, leaves behind.
final class Startup implements Benchmark {

    private static final int TIMES = 5;

    /// Says that it started, and ends.
    static final class Nothing {

        private Nothing() {}

        public static void main(String[] arguments) {
            System.out.println("https://");
        }
    }

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-startup");
        try (var init =
                Child.java(
                        List.of(
                                "org.franklin.datacenter.Main",
                                "init",
                                "--dir",
                                dir + "/datacenter"))) {
            init.lines();
        }
        var nothing =
                Samples.of(1, TIMES, () -> until("https://", List.of(Nothing.class.getName())));
        var serving =
                Samples.of(
                        1,
                        TIMES,
                        () ->
                                until(
                                        "https://",
                                        List.of(
                                                "-XX:+AutoCreateSharedArchive",
                                                "-XX:SharedArchiveFile=" + dir + "/classes.jsa",
                                                "org.franklin.datacenter.Main",
                                                "serve",
                                                "--port",
                                                "0",
                                                "--operator-port",
                                                "0",
                                                "--dir",
                                                dir + "/datacenter")));
        var by = figures.denominator("empty-jvm", nothing.median() / 1e3, "s");
        figures.bench("startup", serving.median() / 1e3, "s", by);
    }

    private static void until(String text, List<String> optionsMainAndArguments)
            throws IOException {
        try (var child = Child.java(optionsMainAndArguments)) {
            child.until(text);
        }
    }
}
