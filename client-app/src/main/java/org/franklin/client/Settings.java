package org.franklin.client;

import org.franklin.client.signup.Announced;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// How Franklin was started: the mailer's folder, what was said of the data center, and the file
/// that holds a password for signing on without being asked ([#ASK] for none).
public record Settings(Path folder, Announced announced, Path passwordFile) {

    public static final Path ASK = Path.of("");

    /// Where a mailer's folder is, if nobody says otherwise: where the system keeps the data of
    /// programs. `system` is the value of `os.name`.
    static Path usualFolder(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString()), "Franklin");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Franklin");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data))
                .resolve("franklin");
    }
}
