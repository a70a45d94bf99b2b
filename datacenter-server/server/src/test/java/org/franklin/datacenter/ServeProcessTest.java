package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real process, told to end.
class ServeProcessTest {

    @TempDir Path folder;

    @Test
    void endsInOrderAndServesTheSameFolderAgain() throws Exception {
        var first = start("demo");
        int port = portIn(first);
        assertTrue(listens(port));
        String password = Files.readString(folder.resolve("demo-password.txt"));
        first.toHandle().destroy();
        String end = rest(first);
        assertTrue(first.waitFor(30, TimeUnit.SECONDS), "it does not end");

        assertTrue(end.contains("Closed."), end);
        assertFalse(listens(port));
        assertFalse(Files.exists(folder.resolve("run/datacenter.sock")));

        var second = start("serve", "--port", "0", "--operator-port", "0");
        assertTrue(listens(portIn(second)));
        second.toHandle().destroy();
        assertTrue(rest(second).contains("Closed."));
        assertTrue(second.waitFor(30, TimeUnit.SECONDS), "it does not end");
        assertFalse(logs().contains(password.strip()));
    }

    @Test
    void refusesAFolderThatIsServed() throws Exception {
        var first = start("demo");
        portIn(first);

        var second = start("serve", "--port", "0");
        String said = rest(second);
        second.waitFor();
        first.toHandle().destroy();
        first.waitFor();

        assertEquals(1, second.exitValue(), said);
        assertTrue(said.contains("is in use"), said);
    }

    private Process start(String... command) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp"));
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.addAll(List.of(command));
        line.addAll(List.of("--dir", folder.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static int portIn(Process process) throws IOException {
        var said = new StringBuilder();
        BufferedReader reader = process.inputReader();
        int port = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.strip().startsWith("apps ")) {
                port = URI.create(line.strip().substring(5).strip()).getPort();
            }
            if (line.startsWith("Serving.")) {
                return port;
            }
        }
        throw new AssertionError("it never served: " + said);
    }

    private static String rest(Process process) throws IOException {
        return String.join("\n", process.inputReader().readAllLines());
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
