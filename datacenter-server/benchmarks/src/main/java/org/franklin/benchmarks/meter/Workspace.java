package org.franklin.benchmarks.meter;

import org.franklin.benchmarks.figure.Figures;
import org.franklin.box.key.Signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder on the checkout's disk, removed when it is closed. What the machine calls its temporary
/// folder may be memory, where every fsync is free.
record Workspace(Path path) implements AutoCloseable {

    static Workspace make(String name) throws IOException {
        var target =
                Path.of(
                        System.getProperty("franklin.checkout", ""),
                        "datacenter-server",
                        "benchmarks",
                        "target");
        Files.createDirectories(target);
        return new Workspace(Files.createTempDirectory(target, name + "-"));
    }

    void describe(Figures figures) throws IOException {
        figures.note(
                "machine",
                "%d processors, Java %s, heap up to %d MB"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                Runtime.getRuntime().maxMemory() >> 20));
        figures.note("file-system", Files.getFileStore(path).type());
        figures.note("signatures-by", Signatures.provider());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
