package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real process, told to end.
class ServeProcessTest {

    @TempDir Path folder;

    @Test
    void endsInOrderAndServesTheSameFolderAgain() throws Exception {
        var first = start("demo");
        int port = first.apps().getPort();
        first.until("Serving.");
        assertTrue(listens(port));
        String password = Files.readString(folder.resolve("demo-password.txt"));
        String end = first.end().out();

        assertTrue(end.contains("Closed."), end);
        assertFalse(listens(port));
        assertFalse(Files.exists(folder.resolve("run/datacenter.sock")));

        var second = start("serve", "--port", "0", "--operator-port", "0");
        int again = second.apps().getPort();
        second.until("Serving.");
        assertTrue(listens(again));
        assertTrue(second.end().out().contains("Closed."));
        assertFalse(logs().contains(password.strip()));
    }

    @Test
    void refusesAFolderThatIsServed() throws Exception {
        var first = start("demo");
        first.until("Serving.");

        var second = start("serve", "--port", "0").rest();
        first.end();

        assertEquals(1, second.code(), second.out());
        assertTrue(second.out().contains("is in use"), second.out());
    }

    private Running start(String... command) throws IOException {
        var line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--dir", folder.toString()));
        return Running.start(line.toArray(String[]::new));
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String logs() throws IOException {
        return Files.readString(folder.resolve("logs/franklin.log"));
    }
}
