package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.signup.Announced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.util.Map;

class MainTest {

    private static final String KEY = FakeDesk.IDENTITY.address().fingerprint().toString();

    @Test
    void readsWhereTheDataCenterIsAndWhoItMustBe() {
        var settings =
                settings("--dir", "here", "--connect", "meter.example", "--ca-fingerprint", KEY);

        assertEquals(Path.of("here"), settings.folder());
        assertEquals(
                new Announced.Key(
                        "https://meter.example", FakeDesk.IDENTITY.address().fingerprint()),
                settings.announced());
    }

    @Test
    void asksInTheWindowForWhatTheCommandLineDoesNotSay() {
        var settings = settings();

        assertEquals(new Announced.Address(""), settings.announced());
        assertEquals(Settings.ASK, settings.passwordFile());
    }

    @ParameterizedTest
    @CsvSource({
        "--connect=http://plain.example, --connect: an address looks like",
        "--ca-fingerprint=12, --ca-fingerprint belongs to --connect",
        "--connect=a.example --ca-fingerprint=12, a fingerprint has 64 hex digits"
    })
    void refusesWhatItCannotUseAndSaysWhatToType(String typed, String words) {
        var refusal = assertThrows(ParameterException.class, () -> settings(typed.split(" ", -1)));

        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, /home/m/.local/share/franklin",
        "Mac OS X, /home/m/Library/Application Support/Franklin",
        "Windows 11, /home/m/Franklin"
    })
    void keepsTheMailersFolderWhereTheSystemKeepsData(String system, Path folder) {
        assertEquals(folder, Settings.usualFolder(system, Map.of(), Path.of("/home/m")));
    }

    @Test
    void followsTheEnvironmentWhereItNamesAFolder() {
        var environment = Map.of("XDG_DATA_HOME", "/data", "APPDATA", "/roaming");

        assertEquals(
                Path.of("/data/franklin"),
                Settings.usualFolder("Linux", environment, Path.of("/home/m")));
        assertEquals(
                Path.of("/roaming/Franklin"),
                Settings.usualFolder("Windows 11", environment, Path.of("/home/m")));
    }

    private static Settings settings(String... arguments) {
        var main = new Main();
        new CommandLine(main).parseArgs(arguments);
        return main.settings();
    }
}
