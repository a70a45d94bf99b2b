package org.franklin.datacenter.keymanagement.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.custody.Choice;
import org.franklin.box.custody.Custodian;
import org.franklin.box.custody.Custody;
import org.franklin.box.custody.Making;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class SealFileTest {

    private static final int KILLS = 6;

    @TempDir Path folder;

    private SealFile file() {
        return new SealFile(folder.resolve("custody"));
    }

    @Test
    void isMissingUntilItIsWrittenAndThenWhole() throws Exception {
        assertInstanceOf(SealFile.Found.Missing.class, file().read());
        var custody = inFile();
        file().replace(custody);
        assertEquals(custody.file(), kept().file());
    }

    @Test
    void aFileThatCannotBeReplacedStaysAsItIsAndNoDraftIsLeft() throws Exception {
        var inTheWay = Files.createDirectories(folder.resolve("custody/full"));

        assertThrows(IOException.class, () -> file().replace(inFile()));

        assertTrue(Files.exists(inTheWay));
        assertEquals(List.of("custody"), names());
    }

    @Test
    void whatACrashLeftOfADraftIsDeleted() throws Exception {
        Files.writeString(folder.resolve(".1234.new"), "half a custody with its key");
        file().replace(inFile());
        assertEquals(List.of("custody"), names());
    }

    /// A process that changes custody again and again, and is killed while it does.
    @Test
    void afterACrashThereIsTheOldCustodyOrTheNewOne() throws Exception {
        long seed = new SecureRandom().nextLong();
        var random = new SplittableRandom(seed);
        file().replace(inFile());
        for (int kill = 0; kill < KILLS; kill++) {
            var process = process();
            int until = random.nextInt(1, 40);
            int last = 0;
            try (var said = process.inputReader()) {
                for (int i = 0; i < until; i++) {
                    last = Integer.parseInt(said.readLine());
                }
                process.toHandle().destroyForcibly();
                for (String line : said.readAllLines()) {
                    last = line.isEmpty() ? last : Integer.parseInt(line);
                }
            }
            int issue = kept().issue();
            assertTrue(
                    issue == last || issue == last + 1,
                    "issue " + issue + " after " + last + ", seed " + seed);
        }
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Changing.class.getName(),
                        file().path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Changes custody until it is killed, and says each issue once it is written.
    static final class Changing {

        private Changing() {}

        public static void main(String[] arguments) throws IOException {
            var file = new SealFile(Path.of(arguments[0]));
            var random = new SecureRandom();
            while (true) {
                var opening = Seal.open(file, Secrets.none());
                var seal = ((Seal.Opening.Open) opening).seal();
                var anew = ((Seal.Opening.Open) seal.anew(Choosing.file(), random)).seal();
                file.replace(anew.custody());
                System.out.println(anew.custody().issue());
            }
        }
    }

    private Custody kept() throws IOException {
        return assertInstanceOf(SealFile.Found.Kept.class, file().read()).custody();
    }

    private static Custody inFile() {
        var custodian = new Custodian(new SecureRandom());
        return assertInstanceOf(
                        Making.Made.class,
                        custodian.first(custodian.sealKey(), new Choice.InFile()))
                .custody();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
