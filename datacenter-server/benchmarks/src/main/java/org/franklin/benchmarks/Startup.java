package org.franklin.benchmarks;

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
        exec(List.of("org.franklin.datacenter.Main", "init", "--dir", dir + "/datacenter"), "");
        var nothing =
                Samples.of(1, TIMES, () -> exec(List.of(Nothing.class.getName()), "https://"));
        var serving =
                Samples.of(
                        1,
                        TIMES,
                        () ->
                                exec(
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
                                                dir + "/datacenter"),
                                        "https://"));
        var by = figures.denominator("empty-jvm", nothing.median() / 1e3, "s");
        figures.bench("startup", serving.median() / 1e3, "s", by);
    }

    /// Runs a main class until a line has this text, or until its end where the text is empty.
    private static void exec(List<String> optionsMainAndArguments, String until)
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
            String line = lines.readLine();
            while (line != null && (until.isEmpty() || !line.contains(until))) {
                line = lines.readLine();
            }
            if (line == null && !until.isEmpty()) {
                throw new IOException("it ended before it was ready: " + optionsMainAndArguments);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
