package org.franklin.datacenter.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.Installation;
import org.franklin.datacenter.command.Said;
import org.franklin.datacenter.drill.attack.Drills;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/// The command, as a person runs it.
class DrillCommandTest {

    @TempDir static Path folder;
    private static Path demo = Path.of("");

    @BeforeAll
    static void makeADemo() throws IOException {
        demo = folder.resolve("demo");
        DemoFolder.make(demo);
    }

    @Test
    void printsATableInAHundredColumnsAndLeavesTheDemoAsItIs() throws IOException {
        var before = hashes(demo);

        var said = drill(demo);

        assertEquals(0, said.code(), said.out() + said.err());
        assertTrue(said.out().lines().allMatch(line -> line.length() <= 100), said.out());
        Drills.ALL.forEach(drill -> assertTrue(said.out().contains(drill.name()), drill.name()));
        assertTrue(said.out().contains("each answered as promised"), said.out());
        assertEquals(before, hashes(demo));
    }

    @Test
    void saysHowToMakeADemoWhereThereIsNone() {
        var said = drill(folder.resolve("typo"));

        assertEquals(1, said.code());
        assertTrue(said.err().contains("To make one: demo --dir"), said.err());
    }

    @Test
    void refusesADemoThatIsBeingServed() throws IOException {
        if (!(Installation.open(demo) instanceof Installation.Opening.Opened(var serving))) {
            throw new AssertionError("the demo is there");
        }
        try (serving) {
            var said = drill(demo);

            assertEquals(1, said.code());
            assertTrue(said.err().contains("is in use"), said.err());
        }
    }

    private static Said drill(Path dir) {
        var command = new DrillCommand(Clock.systemUTC(), new SecureRandom(), _ -> {});
        return Said.by(new CommandLine(command), "--dir", dir.toString());
    }

    private static Map<String, Hash> hashes(Path root) throws IOException {
        var hashes = new TreeMap<String, Hash>();
        try (var files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> hashes.put(file.toString(), hash(file)));
        }
        return hashes;
    }

    private static Hash hash(Path file) {
        try {
            return Hash.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
