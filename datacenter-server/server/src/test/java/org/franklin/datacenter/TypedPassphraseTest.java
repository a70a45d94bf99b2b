package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person at a real terminal, which the `script` of util-linux gives.
@Timeout(180)
class TypedPassphraseTest {

    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String WORDS = "correct horse battery staple";
    private static final String SLIP = "correct horse battery stable";

    @TempDir Path folder;

    private record Typed(String prompt, String line) {}

    private record Seen(int code, String text) {}

    @BeforeAll
    static void aTerminalCanBeHad() {
        assumeTrue(Files.isExecutable(SCRIPT) && Files.exists(Path.of("/proc/self")));
    }

    @Test
    void aKeepersPassphraseIsTypedTwiceAndNotShown() throws Exception {
        String file = folder.resolve("ann.key").toString();
        var arguments = List.of("keeper", "new", "--name", "Ann", "--out", file);

        var slip =
                at(
                        arguments,
                        new Typed("New passphrase of Ann", WORDS),
                        new Typed("Once more", SLIP));
        assertEquals(1, slip.code(), slip.text());
        assertTrue(slip.text().contains("The two are not the same"), slip.text());
        assertFalse(Files.exists(Path.of(file)));

        var made =
                at(
                        arguments,
                        new Typed("New passphrase of Ann", WORDS),
                        new Typed("Once more", WORDS));
        assertEquals(0, made.code(), made.text());

        var changed =
                at(
                        List.of("keeper", "passphrase", "--keeper", file),
                        new Typed("Passphrase of Ann", WORDS),
                        new Typed("New passphrase of Ann", "staple battery horse correct"),
                        new Typed("Once more", "staple battery horse correct"));
        assertEquals(0, changed.code(), changed.text());
    }

    @Test
    void thePassphraseOfTheBoxesIsTypedTwiceAndNotShown() throws Exception {
        String home = folder.resolve("home").toString();
        var init = List.of("init", "--dir", home, "--port", "0", "--seal", "passphrase");

        var slip =
                at(
                        init,
                        new Typed("New passphrase of the boxes", WORDS),
                        new Typed("Once more", SLIP));
        assertEquals(1, slip.code(), slip.text());
        assertTrue(slip.text().contains("The two are not the same"), slip.text());
        assertFalse(Files.exists(Path.of(home)));

        var made =
                at(
                        init,
                        new Typed("New passphrase of the boxes", WORDS),
                        new Typed("Once more", WORDS));
        assertEquals(0, made.code(), made.text());
        var audit = at(List.of("audit", "--dir", home), new Typed("Passphrase of the boxes", SLIP));
        assertEquals(1, audit.code(), audit.text());
        assertTrue(audit.text().contains("The passphrase is wrong."), audit.text());
    }

    /// Runs a command at a terminal, and types each line once its prompt is there. What was typed
    /// is nowhere on the screen.
    private static Seen at(List<String> arguments, Typed... lines) throws IOException {
        var left = new ArrayDeque<>(List.of(lines));
        var screen = new StringBuilder();
        var terminal = terminal(arguments).start();
        try (var keys = terminal.outputWriter();
                var glass = terminal.inputReader()) {
            for (int each = glass.read(); each >= 0; each = glass.read()) {
                screen.append((char) each);
                if (!left.isEmpty() && screen.toString().endsWith(left.peek().prompt() + ": ")) {
                    keys.write(left.remove().line() + "\n");
                    keys.flush();
                }
            }
        } finally {
            terminal.toHandle().destroy();
        }
        var text = screen.toString();
        assertTrue(left.isEmpty(), "not asked for all: " + text);
        Stream.of(lines).forEach(typed -> assertFalse(text.contains(typed.line()), text));
        return new Seen(terminal.onExit().join().exitValue(), text);
    }

    private static ProcessBuilder terminal(List<String> arguments) {
        String words =
                Stream.concat(
                                Stream.of(
                                        ProcessHandle.current().info().command().orElseThrow(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:+UseSerialGC",
                                        Main.class.getName()),
                                arguments.stream())
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        var terminal = new ProcessBuilder(SCRIPT.toString(), "-qec", "exec " + words, "/dev/null");
        terminal.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return terminal;
    }
}
