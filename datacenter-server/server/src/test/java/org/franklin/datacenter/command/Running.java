package org.franklin.datacenter.command;

import org.franklin.datacenter.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A command in a process of its own, as people start it. It is killed when it is closed.
public final class Running implements AutoCloseable {

    private static final int SECONDS = 120;
    private static final String APPS = "apps ";

    private final Process process;
    private final BufferedReader said;

    private Running(Process process) {
        this.process = process;
        this.said = process.inputReader();
    }

    public static Running start(String... arguments) throws IOException {
        var line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        line.addAll(List.of(arguments));
        return new Running(new ProcessBuilder(line).redirectErrorStream(true).start());
    }

    /// Waits for a line with this text, and gives it.
    public String until(String text) throws IOException {
        return until(line -> line.contains(text));
    }

    /// Where the data center that it serves listens for apps.
    public URI apps() throws IOException {
        var line = until(each -> each.strip().startsWith(APPS)).strip();
        return URI.create(line.substring(APPS.length()).strip());
    }

    private String until(Predicate<String> last) throws IOException {
        var before = new ArrayList<String>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (last.test(line)) {
                return line;
            }
            before.add(line);
        }
        throw new AssertionError("it ended, and never said it: " + before);
    }

    /// SIGTERM, and what it says at the end.
    public Said end() throws InterruptedException {
        process.toHandle().destroy();
        return rest();
    }

    /// What it says until it ends by itself, both channels in one.
    public Said rest() throws InterruptedException {
        var lines = String.join("\n", said.lines().toList());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + lines);
        }
        return new Said(process.exitValue(), lines, lines);
    }

    /// SIGKILL. When this returns, the process is gone and its locks with it.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
