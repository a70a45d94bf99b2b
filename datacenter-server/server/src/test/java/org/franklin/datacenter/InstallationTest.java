package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.Installation.Opening;
import org.franklin.datacenter.Installation.Opening.Opened;
import org.franklin.datacenter.Installation.Opening.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;

class InstallationTest {

    @TempDir Path folder;

    @Test
    void isMadeInAFolderThatIsNotThere() throws Exception {
        Path deep = folder.resolve("a/b");
        assertFalse(Installation.exists(deep));

        TestCenter.installed(deep).close();

        assertTrue(Installation.exists(deep));
        assertInstanceOf(Opened.class, Installation.open(deep));
    }

    @Test
    void isNotMadeTwice() throws Exception {
        TestCenter.installed(folder).close();
        byte[] key = Files.readAllBytes(folder.resolve("tls/ca-key.pem"));

        assertRefused("holds an installation already", create());
        assertEquals(
                java.util.HexFormat.of().formatHex(key),
                java.util.HexFormat.of()
                        .formatHex(Files.readAllBytes(folder.resolve("tls/ca-key.pem"))));
    }

    @Test
    void isNotMadeAmongOtherFiles() throws Exception {
        Files.writeString(folder.resolve("letter.txt"), "Dear Sir");

        assertRefused("is not empty", create());
        assertRefused("holds no installation", Installation.open(folder));
    }

    @Test
    void isNeverServedHalfMade() throws Exception {
        TestCenter.installed(folder).close();
        Files.createFile(folder.resolve("INCOMPLETE"));

        assertRefused("was interrupted", Installation.open(folder));
        assertRefused("was interrupted", create());
    }

    /// Its records would look as if somebody had changed them.
    @Test
    void isNotOpenedByAnotherVersionOfFranklin() throws Exception {
        TestCenter.installed(folder).close();
        Files.writeString(folder.resolve("form"), "1");
        assertRefused("another version of Franklin", Installation.open(folder));
        assertRefused("another version of Franklin", create());

        Files.delete(folder.resolve("form"));
        assertRefused("another version of Franklin", Installation.open(folder));
    }

    @Test
    void opensNothingThatWasNotMade() throws Exception {
        assertRefused("holds no installation", Installation.open(folder));
        assertRefused("holds no installation", Installation.open(folder.resolve("typo")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void isHeldByOneAtATime() throws Exception {
        try (var _ = TestCenter.installed(folder)) {
            assertRefused("is in use", Installation.open(folder));
        }
        assertInstanceOf(Opened.class, Installation.open(folder));
    }

    @Test
    void namesWhatIsWrongWithItsConfiguration() throws Exception {
        TestCenter.installed(folder).close();
        Files.writeString(folder.resolve("datacenter.properties"), "prot=1\n");

        assertRefused("nothing is called \"prot\"", Installation.open(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boxes/meter.journal",
                "boxes/transaction.journal",
                "seal/custody",
                "database/franklin.db",
                "tls/ca.pem",
                "processor/sandbox.key"
            })
    void isNotServedWithoutAnyOfItsParts(String part) throws Exception {
        TestCenter.installed(folder).close();
        Files.delete(folder.resolve(part));

        assertThrows(Exception.class, () -> TestCenter.again(folder).close());
        assertFalse(Files.exists(folder.resolve(part)), "it was made anew");
        assertInstanceOf(Opened.class, Installation.open(folder), "the lock was not given back");
    }

    @Test
    void isNotServedWithAnotherInstallationsSeeds() throws Exception {
        Path other = folder.resolve("other");
        Path ours = folder.resolve("ours");
        TestCenter.installed(other).close();
        TestCenter.installed(ours).close();
        Files.copy(
                other.resolve("seal/custody"),
                ours.resolve("seal/custody"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        var refused = assertThrows(IOException.class, () -> TestCenter.again(ours).close());

        assertTrue(
                String.valueOf(refused.getMessage()).contains("another installation"),
                refused.toString());
    }

    private Opening create() throws IOException {
        return Installation.create(
                folder, TestCenter.CONFIG, Clock.systemUTC(), new SecureRandom());
    }

    private static void assertRefused(String why, Opening opening) {
        String sentence = assertInstanceOf(Refused.class, opening).sentence();
        assertTrue(sentence.contains(why), sentence);
        assertTrue(sentence.endsWith(".") || sentence.contains("init --dir"), sentence);
    }
}
