package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class CommandsTest {

    @TempDir Path folder;

    @Test
    void makesAnInstallationOnce() throws Exception {
        var first = run("init", "--dir", folder.toString(), "--name", "post.example.org");
        var second = run("init", "--dir", folder.toString());

        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().matches("(?s).*CA SHA-256 +([0-9A-F]{2}:){31}[0-9A-F]{2}\\R.*"));
        assertTrue(Files.exists(folder.resolve("tls/server.pem")));
        assertTrue(
                first.out().contains(Files.readString(folder.resolve("ceremony/ceremony.txt"))),
                first.out());
        assertTrue(Files.exists(folder.resolve("ceremony/ceremony.sig")));
        assertTrue(Files.exists(folder.resolve("ceremony/root.pem")));
        assertEquals(1, second.code());
        assertTrue(second.err().contains("holds an installation already"), second.err());
    }

    @Test
    void makesAHistoricalInstallationAndSaysThatItIsOne() {
        var said = run("init", "--dir", folder.toString(), "--suite", "PATENT_1998");
        var audit = run("audit", "--dir", folder.toString());

        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("suite         PATENT_1998"), said.out());
        assertTrue(said.out().contains("WARNING: This installation runs the suite"), said.out());
        assertTrue(said.out().contains("disallows since the end of 2023"), said.out());
        assertEquals(0, audit.code(), audit.err());
    }

    @Test
    void makesNothingInASuiteThatThereIsNot() {
        var said = run("init", "--dir", folder.resolve("new").toString(), "--suite", "ROT13");

        assertEquals(64, said.code());
        assertTrue(said.err().contains("STANDARD, PATENT_1998"), said.err());
        assertFalse(Files.exists(folder.resolve("new")));
    }

    @Test
    void auditsAnInstallation() {
        run("init", "--dir", folder.toString());

        var audit = run("audit", "--dir", folder.toString());

        assertEquals(0, audit.code(), audit.err());
        assertTrue(audit.out().contains("The books balance."), audit.out());
    }

    @Test
    void saysOfASymbolThatItIsNone() throws Exception {
        run("init", "--dir", folder.toString());
        Path symbol = Files.write(folder.resolve("symbol.bin"), new byte[109]);

        var byFile = run("verify", "--dir", folder.toString(), symbol.toString());
        var byHex = run("verify", "--dir", folder.toString(), "00".repeat(109));

        assertEquals(2, byFile.code(), byFile.err());
        assertTrue(byFile.out().startsWith("Not an indicium of Franklin"), byFile.out());
        assertEquals(byFile.out(), byHex.out());
    }

    @Test
    void exportsKeysThatVerifyBelieves() throws Exception {
        run("init", "--dir", folder.toString());
        Path keys = folder.resolve("keys.json");

        var exported = run("export-keys", "--dir", folder.toString(), "--to", keys.toString());
        var again = run("export-keys", "--dir", folder.toString(), "--to", keys.toString());
        var verified = run("verify", "--keys", keys.toString(), "00".repeat(109));
        Files.writeString(
                keys, Files.readString(keys).replaceFirst("\"issued\":\"2", "\"issued\":\"3"));
        var refused = run("verify", "--keys", keys.toString(), "00".repeat(109));

        assertEquals(0, exported.code(), exported.err());
        assertTrue(exported.out().matches("(?s).*root SHA-256 +[0-9a-f]{64}\\R"), exported.out());
        assertEquals(0, again.code(), again.err());
        assertEquals(2, verified.code(), verified.err());
        assertTrue(verified.out().startsWith("Not an indicium of Franklin"), verified.out());
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("its signature is not its root's"), refused.err());
    }

    @Test
    void refusesKeysThatAreNone() throws Exception {
        Path keys = Files.writeString(folder.resolve("keys.json"), "{\"root\":1}");

        var bad = run("verify", "--keys", keys.toString(), "00");
        var missing = run("verify", "--keys", folder.resolve("none").toString(), "00");

        assertEquals(1, bad.code());
        assertTrue(bad.err().contains("not a JSON Keys"), bad.err());
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("There is no file"), missing.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "audit", "export-keys --to keys.json"})
    void servesNothingThatWasNotMade(String command) {
        var line = command + " --dir " + folder.resolve("typo");
        var said = run(line.split(" "));

        assertEquals(1, said.code());
        assertTrue(said.err().contains("holds no installation"), said.err());
        assertFalse(Files.exists(folder.resolve("typo")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "init",
                "serve",
                "demo --port x",
                "verify 00",
                "audit --x",
                "box",
                "box meter --dir x"
            })
    void explainsACommandLineThatCannotBeRead(String line) {
        var said = run(line.isEmpty() ? new String[0] : line.split(" "));

        assertEquals(64, said.code(), said.err());
        assertTrue(said.err().contains("Usage: franklin-datacenter"), said.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "serve",
                "box",
                "demo",
                "verify",
                "audit",
                "custodians",
                "keeper",
                "ceremony",
                "export-keys",
                "verifier",
                "drill"
            })
    void helpsWithEveryCommand(String command) {
        var said = run(command, "--help");

        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("Example"), said.out());
    }

    @Test
    void servesNoBoxThatThereIsNot() {
        run("init", "--dir", folder.toString());
        String dir = folder.toString();

        var printer = run("box", "printer", "--dir", dir, "--socket", "run/box.sock");
        var port = run("box", "meter", "--dir", dir, "--listen", "nowhere");
        var typo = run("box", "meter", "--dir", dir + "-typo", "--socket", "run/box.sock");
        var file = run("box", "steel", "--dir", dir, "--socket", "datacenter.properties");

        assertEquals(1, printer.code());
        assertTrue(printer.err().contains("No box is called printer"), printer.err());
        assertEquals(1, port.code());
        assertTrue(port.err().contains("not of the form HOST:PORT"), port.err());
        assertEquals(1, typo.code());
        assertTrue(typo.err().contains("holds no installation"), typo.err());
        assertEquals(1, file.code());
        assertTrue(file.err().contains("is no socket"), file.err());
    }

    @Test
    void saysWhichBoxIsMissingWhenItAuditsTheBooks() throws Exception {
        run("init", "--dir", folder.toString());
        Path config = folder.resolve("datacenter.properties");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("box.meter=embedded", "box.meter=socket:run/meter.sock"));

        var audit = run("audit", "--dir", folder.toString());

        assertEquals(1, audit.code(), audit.err());
        assertTrue(audit.err().contains("meter box at socket:run/meter.sock"), audit.err());
        assertTrue(audit.err().contains("nobody listens there"), audit.err());
    }

    @Test
    void saysThatAnotherVersionMadeTheInstallation() throws Exception {
        TestCenter.installed(folder).close();
        Files.writeString(folder.resolve("form"), "1");
        var dir = folder.toString();
        for (var said :
                List.of(
                        run("custodians", "--dir", dir, "reissue", "--custodians", "2of3"),
                        run("drill", "--dir", dir),
                        run("audit", "--dir", dir))) {
            assertEquals(1, said.code(), said.err());
            assertTrue(said.err().contains("another version of Franklin"), said.err());
        }
    }

    @Test
    void helpsWithTheIssueOfShares() {
        var said = run("custodians", "--dir", folder.toString(), "reissue", "--help");

        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().contains("reissue --custodians 3of5"), said.out());
    }

    private static Said run(String... arguments) {
        return Said.by(Commands.line(), arguments);
    }
}
