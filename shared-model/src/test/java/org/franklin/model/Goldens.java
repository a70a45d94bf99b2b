package org.franklin.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Expectations in files, one folder for each form.
///
/// A missing expectation is written from what the code does, and the test fails that once: a person
/// looks at the new file and commits it, or not.
public final class Goldens {

    private static final Path RESOURCES = Path.of("src/test/resources/org/franklin/model");

    private Goldens() {}

    public static Path file(String name) {
        return RESOURCES.resolve(name);
    }

    /// The files of a folder, by name; never none, so that no walk passes by finding nothing.
    public static List<Path> folder(String name) {
        try (var files = Files.list(file(name))) {
            var found = files.sorted().toList();
            assertEquals(false, found.isEmpty(), name + " is empty");
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void check(String name, String actual) {
        var file = file(name);
        if (Files.exists(file)) {
            assertEquals(read(file), actual, name);
            return;
        }
        write(file, actual);
        fail(name + " was missing and is written now: look at it, then run again");
    }

    public static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
