package org.franklin.benchmarks;

import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Child;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the launcher to a window that can be used, where somebody signed on before:
/// without an archive of classes, and with the one that the launcher leaves behind. The launcher is
/// `launch.sh` itself, with all that it looks for; the denominators are a process that does nothing
/// and a bare window, the latter by the launcher, too. Files have been read before: the disk is not
/// measured.
final class WindowStart implements Benchmark {

    private static final int TIMES = 7;
    private static final String LAUNCH =
            "checkout=$1; own=$2; shift 2; . \"$checkout/installer/src/main/sh/launch.sh\";"
                    + " stage=$own; built=$own/built; launch \"$@\"";

    private final Path checkout = Path.of(System.getProperty("franklin.checkout", ".")).normalize();
    private final Path stage =
            checkout.resolve("datacenter-server/benchmarks/target/franklin").toAbsolutePath();

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-window");
        Office.open(dir).close();
        Files.writeString(stage.resolve("built"), "");
        boolean isReal = System.getenv("DISPLAY") != null;
        System.out.println(
                "      windows are drawn "
                        + (isReal ? "on " + System.getenv("DISPLAY") : "in memory (headless)"));
        var nothing = Samples.timed(1, TIMES, WindowStart::startNothing);
        var bare = Samples.timed(1, TIMES, () -> start(false, "--bare"));
        String folder = "--dir=" + dir.resolve("mailer");
        var without = Samples.timed(1, TIMES, () -> start(false, folder));
        start(true, folder);
        start(true, folder);
        var with = Samples.timed(1, TIMES, () -> start(true, folder));
        var jvm = figures.denominator("empty-jvm", nothing.median() / 1e3, "s");
        var window = figures.denominator("bare-window", bare.median() / 1e3, "s");
        figures.denominator("window-without-archive-least", without.least() / 1e3, "s");
        figures.denominator("window-least", with.least() / 1e3, "s");
        figures.bench("window-without-archive", without.median() / 1e3, "s", jvm);
        figures.bench("window-without-archive", without.median() / 1e3, "s", window);
        figures.bench("window", with.median() / 1e3, "s", jvm);
        figures.bench("window", with.median() / 1e3, "s", window);
    }

    private static double startNothing() throws IOException, InterruptedException {
        return until(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Startup.Nothing.class.getName()),
                "https://",
                true);
    }

    /// With an archive, the process ends by itself, and so leaves one behind for the next.
    private double start(boolean hasArchive, String argument)
            throws IOException, InterruptedException {
        if (!hasArchive) {
            Files.deleteIfExists(stage.resolve(Opening.class.getName() + ".jsa"));
        }
        var command = new ArrayList<>(List.of("sh", "-c", LAUNCH, "launch"));
        command.addAll(List.of(checkout.toString(), stage.toString()));
        command.addAll(List.of(Opening.class.getName(), argument));
        return until(command, "usable", !hasArchive);
    }

    /// How many milliseconds it took until a line had this text. Returns when the process is gone.
    private static double until(List<String> command, String text, boolean thenKill)
            throws IOException, InterruptedException {
        long from = System.nanoTime();
        try (var child = Child.of(command)) {
            child.until(text);
            double millis = (System.nanoTime() - from) / 1e6;
            if (thenKill) {
                child.process().destroyForcibly();
            }
            child.process().waitFor();
            return millis;
        }
    }
}
