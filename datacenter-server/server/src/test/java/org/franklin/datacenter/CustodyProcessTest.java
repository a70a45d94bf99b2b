package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.custody.SoftToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Boxes that real processes open, without a terminal.
class CustodyProcessTest {

    private static final String PASSPHRASE = "river stone lamp gate";

    @TempDir Path folder;

    private record Ended(int code, String said) {}

    @Test
    void aServerStartsWithAPassphraseFromAFileOrFromItsInput() throws Exception {
        var token = new SoftToken(folder);
        Path file = Files.writeString(folder.resolve("passphrase"), PASSPHRASE + "\n");
        var init = ended(token, "", "init", "--seal", "passphrase", "--passphrase-file", file + "");
        assertEquals(0, init.code(), init.said());

        assertServes(start(token, "serve", "--passphrase-file", file.toString()), "");
        assertServes(start(token, "serve"), PASSPHRASE + "\n");
        var wrong = ended(token, "river stone lamp door\n", "serve", "--port", "0");
        assertEquals(1, wrong.code(), wrong.said());
        assertTrue(wrong.said().contains("The passphrase is wrong."), wrong.said());
        var none = ended(token, "", "serve", "--port", "0");
        assertEquals(1, none.code(), none.said());
        assertTrue(
                none.said().contains("Nothing was given for: Passphrase of the boxes."),
                none.said());
    }

    @Test
    void custodiansMayBringTheirWordsThroughTheInput() throws Exception {
        var token = new SoftToken(folder);
        var init = ended(token, "", "init", "--seal", "shares", "--custodians", "2of3");
        assertEquals(0, init.code(), init.said());
        var words =
                init.said()
                        .lines()
                        .filter(line -> line.matches(" +[1-8]  ([a-z]{5} ){4}[a-z]{5}"))
                        .toList();
        assertEquals(24, words.size(), init.said());
        String first = text(words.subList(0, 8));
        String third = text(words.subList(16, 24));

        var enough = ended(token, first + third, "audit");
        assertEquals(0, enough.code(), enough.said());
        var few = ended(token, first, "audit");
        assertEquals(1, few.code());
        assertTrue(few.said().contains("Too few shares: 2 are needed, and 1"), few.said());
        var twice = ended(token, first + first, "audit");
        assertTrue(twice.said().contains("custodian 1 was given twice"), twice.said());
    }

    @Test
    void aTokenOpensWithItsPinAndNoKeyIsInTheFolder() throws Exception {
        var token = new SoftToken(folder);
        token.make("franklin");
        Path pin = Files.writeString(folder.resolve("pin"), SoftToken.PIN + "\n");
        Path wrong = Files.writeString(folder.resolve("wrong"), "000000\n");
        var init =
                ended(
                        token,
                        "",
                        "init",
                        "--seal",
                        "token",
                        "--token-library",
                        SoftToken.library().toString(),
                        "--token-label",
                        "franklin",
                        "--pin-file",
                        pin.toString());
        assertEquals(0, init.code(), init.said());

        assertServes(start(token, "serve", "--pin-file", pin.toString()), "");
        var refused = ended(token, "", "audit", "--pin-file", wrong.toString());
        assertEquals(1, refused.code());
        assertTrue(refused.said().contains("The PIN of token \"franklin\" is wrong."));
        var moved =
                ended(
                        token,
                        "",
                        "custodians",
                        "reissue",
                        "--pin-file",
                        pin.toString(),
                        "--seal",
                        "shares",
                        "--custodians",
                        "2of2");
        assertEquals(0, moved.code(), moved.said());
        assertFalse(moved.said().contains(SoftToken.PIN), moved.said());
    }

    private static void assertServes(Process server, String input) throws Exception {
        try (var to = server.outputWriter()) {
            to.write(input);
        }
        var said = new ArrayList<String>();
        var from = server.inputReader();
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            said.add(line);
            if (line.startsWith("Serving.")) {
                server.toHandle().destroy();
            }
        }
        assertTrue(server.waitFor(30, TimeUnit.SECONDS), "it does not end");
        assertTrue(said.contains("Closed."), said.toString());
    }

    private Process start(SoftToken token, String... command) throws IOException {
        var line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--port", "0", "--operator-port", "0"));
        return process(token, line).start();
    }

    private Ended ended(SoftToken token, String input, String... command) throws Exception {
        var process = process(token, List.of(command)).start();
        try (var to = process.outputWriter()) {
            to.write(input);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private ProcessBuilder process(SoftToken token, List<String> command) {
        var line = new ArrayList<>(command);
        line.addAll(1, List.of("--dir", folder.resolve("home").toString()));
        return token.java(Main.class, line.toArray(String[]::new)).redirectErrorStream(true);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
