package org.franklin.box.freshness.journal;

import static org.franklin.box.freshness.journal.Steps.JOURNAL;
import static org.franklin.box.freshness.journal.Steps.KEY;
import static org.franklin.box.freshness.journal.Steps.grow;
import static org.franklin.box.freshness.journal.Steps.open;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.freshness.disk.BoxDisk.InUse;
import org.franklin.box.freshness.disk.FolderDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class OneOpeningTest {

    @TempDir private Path dir;

    @Test
    void isRefusedWhileThisProcessHasItOpen() throws IOException {
        LocalJournal.create(new FolderDisk(dir), JOURNAL, KEY);
        try (var journal = open(new FolderDisk(dir))) {
            var refused = assertThrows(InUse.class, () -> open(new FolderDisk(dir)).close());
            assertTrue(String.valueOf(refused.getMessage()).contains("Stop that one first"));
            grow(journal, "meter 1", 2);
        }
        open(new FolderDisk(dir)).close();
    }

    @Test
    void givesTheLockBackWhenItCannotOpen() throws IOException {
        assertThrows(IOException.class, () -> open(new FolderDisk(dir)).close());
        LocalJournal.create(new FolderDisk(dir), JOURNAL, KEY);
        open(new FolderDisk(dir)).close();
    }

    @Test
    void isRefusedWhileAnotherProcessHasItOpenAndFreeWhenThatDies() throws Exception {
        LocalJournal.create(new FolderDisk(dir), JOURNAL, KEY);
        Process other = start();
        try (var said = other.inputReader()) {
            assertEquals("open", said.readLine());
            assertThrows(InUse.class, () -> open(new FolderDisk(dir)).close());
        } finally {
            other.destroyForcibly();
        }
        assertTrue(other.waitFor(1, TimeUnit.MINUTES));

        try (var journal = open(new FolderDisk(dir))) {
            grow(journal, "meter 1", 1);
        }
        assertTrue(Files.exists(dir.resolve(JOURNAL + ".lock")), "who deletes it frees nothing");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
    }

    /// Opens the journal in a folder, says so, and holds it until its input ends.
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (var _ = open(new FolderDisk(Path.of(arguments[0])))) {
                System.out.println("open");
                System.in.readAllBytes();
            }
        }
    }
}
