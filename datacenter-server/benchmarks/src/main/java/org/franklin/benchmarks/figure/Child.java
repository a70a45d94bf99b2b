package org.franklin.benchmarks.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that is measured, and what it says, line by line. What it says on its error channel is
/// passed on. It ends with this at the latest.
public final class Child implements AutoCloseable {

    private final List<String> command;
    private final Process process;
    private final BufferedReader said;

    private Child(List<String> command) throws IOException {
        this.command = List.copyOf(command);
        process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        said = process.inputReader(StandardCharsets.UTF_8);
    }

    public static Child of(List<String> command) throws IOException {
        return new Child(command);
    }

    /// A Java machine with the classes of this one.
    public static Child java(List<String> optionsMainAndArguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path")));
        command.addAll(optionsMainAndArguments);
        return new Child(command);
    }

    public Process process() {
        return process;
    }

    /// Waits for a line with this text; throws if the process ends without one.
    public void until(String text) throws IOException {
        String line = said.readLine();
        while (line != null && !line.contains(text)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("it ended before it said " + text + ": " + command);
        }
    }

    /// Waits for its end. What it has said since it was last asked.
    public List<String> lines() throws InterruptedException {
        var lines = said.lines().toList();
        process.waitFor();
        return lines;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        said.close();
    }
}
