package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.Installation.Opening.Opened;
import org.franklin.datacenter.command.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The commands of keepers, as people type them.
class CeremonyCommandsTest {

    @TempDir Path folder;

    @Test
    void twoKeepersHealAnInstallationThatTheyWereNamedFor() {
        keeper("Ann");
        keeper("Bob");
        var init = init("Ann", "Bob");
        assertEquals(0, init.code(), init.err());

        var asked = request("Ann");
        var shown = run("ceremony", "show", "--dir", center(), file("request"));
        var own = approve("Ann");
        var held = approve("Bob");
        var again = approve("Bob");

        assertEquals(0, asked.code(), asked.err());
        assertTrue(shown.out().contains("Put the database right from the meter box"), shown.out());
        assertTrue(shown.out().contains("Asked for by Ann"), shown.out());
        assertEquals(1, own.code());
        assertTrue(own.err().contains("Ann cannot both ask"), own.err());
        assertEquals(0, held.code(), held.err());
        assertTrue(held.out().contains("Books after:"), held.out());
        assertEquals(1, again.code());
        assertTrue(again.err().contains("Ask for it again"), again.err());
        assertTrue(run("audit", "--dir", center()).out().contains("approved by Bob"));
    }

    @Test
    void whoeverHasBothFilesIsNotBothPeople() throws Exception {
        String ann = sealed("Ann", "correct horse battery staple");
        String bob = sealed("Bob", "staple battery horse correct");
        init("Ann", "Bob");

        var stolen = request("Ann", "--keeper-passphrase-file", bob);
        var asked = request("Ann", "--keeper-passphrase-file", ann);
        var guessed = approve("Bob", "--keeper-passphrase-file", ann);
        var held = approve("Bob", "--keeper-passphrase-file", bob);

        assertEquals(1, stolen.code());
        assertTrue(stolen.err().contains("is wrong. Nothing was changed"), stolen.err());
        assertEquals(0, asked.code(), asked.err());
        assertEquals(1, guessed.code());
        assertTrue(guessed.out().contains("Asked for by Ann"), guessed.out());
        assertTrue(guessed.err().contains("is wrong. Nothing was changed"), guessed.err());
        assertEquals(0, held.code(), held.err());
    }

    @Test
    void initRefusesOneKeyForTwoAndTwoOfOneName() throws Exception {
        keeper("Ann");
        Files.writeString(
                folder.resolve("Copy.pub"),
                Files.readString(folder.resolve("Ann.pub")).replace("Ann", "Copy"));

        var copied = init("Ann", "Copy");
        var twice = init("Ann", "Ann");

        assertEquals(1, copied.code());
        assertTrue(copied.err().contains("The key of Copy is named twice"), copied.err());
        assertEquals(1, twice.code());
        assertTrue(twice.err().contains("Two keepers are called Ann"), twice.err());
    }

    @Test
    void aSmallInstallationIsWarned() {
        var none = init();
        keeper("Ann");
        var one = run("init", "--dir", file("other"), "--port", "0", "--keeper", file("Ann.pub"));

        assertTrue(none.out().contains("CAUTION: whoever has both"), none.out());
        assertTrue(Files.exists(folder.resolve("center/keepers/keeper-1.key")));
        assertTrue(one.out().contains("CAUTION: with fewer than two keepers"), one.out());
    }

    @Test
    void nobodyIsServedMeanwhile() throws Exception {
        keeper("Ann");
        keeper("Bob");
        init("Ann", "Bob");
        try (var held =
                assertInstanceOf(Opened.class, Installation.open(Path.of(center())))
                        .installation()) {
            var asked = request("Ann");
            assertEquals(1, asked.code());
            assertTrue(asked.err().contains("Stop the data center"), asked.err());
            assertTrue(Files.exists(held.folder().lock()));
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(64, run("ceremony").code());
        assertEquals(64, run("keeper").code());
        assertTrue(run("ceremony", "--help").out().contains("Examples:"));
        assertTrue(run("ceremony", "request", "--help").out().contains("unlock.txt"));
        assertEquals(64, run("ceremony", "request").code());
        var unread = run("ceremony", "show", "--dir", center(), file("none"));
        assertEquals(1, unread.code());
    }

    private void keeper(String name) {
        var made = run("keeper", "new", "--name", name, "--out", file(name), "--no-passphrase");
        assertEquals(0, made.code(), made.err());
    }

    /// A keeper under a passphrase; the result is the file that holds it.
    private String sealed(String name, String words) throws IOException {
        var passphrase = Files.writeString(folder.resolve(name + ".words"), words);
        var made =
                run(
                        "keeper",
                        "new",
                        "--name",
                        name,
                        "--out",
                        file(name),
                        "--passphrase-file",
                        passphrase.toString());
        assertEquals(0, made.code(), made.err());
        return passphrase.toString();
    }

    private Said init(String... keepers) {
        var arguments = new ArrayList<>(List.of("init", "--dir", center(), "--port", "0"));
        for (String keeper : keepers) {
            arguments.add("--keeper");
            arguments.add(file(keeper + ".pub"));
        }
        return run(arguments.toArray(String[]::new));
    }

    private Said request(String keeper, String... more) {
        return run(
                more,
                "ceremony",
                "request",
                "--dir",
                center(),
                "--kind",
                "heal",
                "--reason",
                "the disk was lost",
                "--keeper",
                file(keeper),
                "--out",
                file("request"));
    }

    private Said approve(String keeper, String... more) {
        return run(
                more,
                "ceremony",
                "approve",
                "--dir",
                center(),
                "--request",
                file("request"),
                "--keeper",
                file(keeper));
    }

    private String center() {
        return file("center");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Said run(String[] more, String... arguments) {
        return run(Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private static Said run(String... arguments) {
        return Said.by(Commands.line(), arguments);
    }
}
