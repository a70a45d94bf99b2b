package org.franklin.client.print.room.system;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A program of the system that runs without a shell, for a time, and may say so much.
record Command(Path program, Duration limit) {

    static final int MOST_BYTES = 1 << 18;

    /// What came of running it.
    sealed interface Outcome {

        /// All that it wrote, errors too.
        record Ended(int status, String output) implements Outcome {}

        /// It did not end in time, or did not stop talking, and was killed.
        record NoAnswer() implements Outcome {}

        /// There is no such program that can be started.
        record Missing() implements Outcome {}
    }

    /// The first program of this name on a search path. Relative folders do not count: what lies
    /// where Franklin happens to be started is not the system's.
    static Optional<Command> find(String name, String searchPath, Duration limit) {
        return Arrays.stream(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Path::isAbsolute)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Command(program, limit));
    }

    Outcome run(String... arguments) {
        var line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        // Words that Franklin looks for come in one language.
        builder.environment().put("LC_ALL", "C");
        try {
            var process = builder.start();
            try {
                process.getOutputStream().close();
                return answer(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return new Outcome.Missing();
        }
    }

    private Outcome answer(Process process) {
        long deadline = System.nanoTime() + limit.toNanos();
        var said = new CompletableFuture<byte[]>();
        Thread.ofVirtual().start(() -> listen(process, said));
        try {
            byte[] output = said.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            boolean over =
                    output.length <= MOST_BYTES
                            && process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return over
                    ? new Outcome.Ended(
                            process.exitValue(), new String(output, StandardCharsets.UTF_8))
                    : new Outcome.NoAnswer();
        } catch (TimeoutException | ExecutionException e) {
            return new Outcome.NoAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer();
        }
    }

    private static void listen(Process process, CompletableFuture<byte[]> said) {
        try {
            said.complete(process.getInputStream().readNBytes(MOST_BYTES + 1));
        } catch (IOException e) {
            said.completeExceptionally(e);
        }
    }
}
