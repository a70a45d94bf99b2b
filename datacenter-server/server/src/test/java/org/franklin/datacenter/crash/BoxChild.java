package org.franklin.datacenter.crash;

import org.franklin.datacenter.Main;
import org.franklin.datacenter.keymanagement.BoxKind;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A box that the command `box` serves, in a process that may be killed.
record BoxChild(BoxKind kind, Process process) {

    private static final int SECONDS = 60;

    /// What its command line says behind the name of the program.
    static List<String> arguments(BoxKind kind, Path folder) {
        return List.of("box", kind.word(), "--dir", folder.toString(), "--socket", socket(kind));
    }

    static String socket(BoxKind kind) {
        return "run/" + kind.word() + ".sock";
    }

    /// Leaves its classes behind when it ends in order.
    static BoxChild first(JavaLine java, BoxKind kind, Path folder, Path log) throws IOException {
        return started(kind, java.first(Main.class, arguments(kind, folder)), log);
    }

    static BoxChild again(JavaLine java, BoxKind kind, Path folder, Path log) throws IOException {
        return started(kind, java.again(Main.class, arguments(kind, folder)), log);
    }

    private static BoxChild started(BoxKind kind, List<String> line, Path log) throws IOException {
        return new BoxChild(
                kind,
                new ProcessBuilder(line).redirectError(Redirect.appendTo(log.toFile())).start());
    }

    /// Waits until it says that it serves.
    BoxChild serving() throws IOException {
        var reader = process.inputReader();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("Serving.")) {
                return this;
            }
        }
        throw new AssertionError("the " + kind.word() + " box never served");
    }

    /// SIGKILL. When this returns, the process is gone and its locks with it.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// SIGTERM, and what it says at the end.
    String end() throws IOException, InterruptedException {
        process.toHandle().destroy();
        var said = String.join("\n", process.inputReader().readAllLines());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the " + kind.word() + " box does not end");
        }
        return said;
    }
}
