package org.franklin.box.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Tokens of SoftHSM2 in a folder of a test. They are seen by processes that were told of the
/// folder by the environment, and so by children of the test alone.
public final class SoftToken {

    public static final String PIN = "482913";

    private static final String INSTALL = "install it, for example with: apt-get install softhsm2";

    private final Path configuration;

    public SoftToken(Path folder) throws IOException {
        var tokens = Files.createDirectories(folder.resolve("tokens"));
        configuration =
                Files.writeString(
                        folder.resolve("softhsm2.conf"),
                        "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    }

    /// The library, wherever the system keeps it.
    public static Path library() {
        return Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib", "/opt/homebrew/lib")
                .map(folder -> Path.of(folder, "softhsm", "libsofthsm2.so"))
                .filter(Files::exists)
                .findFirst()
                .orElseGet(() -> fail("Tokens are tested against SoftHSM2: " + INSTALL));
    }

    /// Makes a token with [#PIN].
    public void make(String label) throws Exception {
        var command =
                List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--pin",
                        PIN,
                        "--so-pin",
                        "71935582");
        try {
            var process = builder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
        } catch (IOException e) {
            fail("Tokens are tested against SoftHSM2: " + INSTALL, e);
        }
    }

    /// A Java process that sees these tokens.
    public ProcessBuilder java(Class<?> main, String... arguments) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(main.getName());
        line.addAll(List.of(arguments));
        return builder(line);
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        return builder;
    }
}
