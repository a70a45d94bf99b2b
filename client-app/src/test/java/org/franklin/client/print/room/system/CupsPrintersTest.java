package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@EnabledOnOs({OS.LINUX, OS.MAC})
class CupsPrintersTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir private Path folder;
    private FakeCups cups;

    @BeforeEach
    void installCups() throws IOException {
        cups = new FakeCups(folder);
    }

    @Test
    void findsAQueueByTheTitleThatItsOwnerGaveIt() {
        assertEquals(List.of("Office laser"), names(cups.printers()));
    }

    @Test
    void queuesWithoutATitleOrWithTheSameOneHaveNamesOfTheirOwn() throws IOException {
        cups.script("lpstat", "printf 'a\\nb\\nthe third\\n-dash\\n'");
        cups.script(
                "lpoptions",
                """
                case "$2" in
                  a|b) echo "printer-info='Bob's \\"back\\" office' printer-state=3" ;;
                  *) echo "printer-info printer-location printer-state=3" ;;
                esac
                """);

        assertEquals(
                List.of(
                        "Bob's \"back\" office (a)",
                        "Bob's \"back\" office (b)",
                        "the third",
                        "-dash"),
                names(cups.printers()));
    }

    @Test
    void knowsFromTheDriversWhatEachQueueCanDo() throws IOException {
        cups.script("lpstat", "printf 'office\\nother\\n'");
        var label = new Capabilities(Resolution.DPI_203, false, List.of());
        var rooms =
                new CupsPrinters(cups.spooler(), () -> Map.of("office", label), cups.spool())
                        .found();

        assertEquals(Resolution.DPI_203, rooms.get(0).resolution());
        assertTrue(rooms.get(0).refuses(Pages.label()).isPresent());
        assertEquals(Resolution.DPI_600, rooms.get(1).resolution());
        assertEquals(Optional.empty(), rooms.get(1).refuses(Pages.label()));
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeCups.HANG, FakeCups.ENDLESS, "exit 1", ":", "exec /nowhere/lpstat"})
    void aSpoolerThatListsNothingHasNoPrinters(String script) throws IOException {
        cups.script("lpstat", script);

        assertEquals(List.of(), names(cups.printers(SHORT)));
    }

    @Test
    void linesThatCanBeNoNameAreNoPrinters() throws IOException {
        cups.script(
                "lpstat",
                "printf 'office\\n\\n"
                        + "  \\n\\033[2J\\n\\377\\376\\noffice\\n'; printf '%0200d\\n' 0");

        assertEquals(List.of("Office laser"), names(cups.printers()));
    }

    @Test
    void looksAtNoMoreQueuesThanAnyOfficeHas() throws IOException {
        cups.script("lpstat", "seq 1 5000");

        assertEquals(64, cups.spooler().queues().size());
    }

    @Test
    void aQueueThatHangsIsWaitedForOnceAndKeepsItsName() throws IOException {
        cups.script("lpstat", "printf 'a\\nb\\nc\\n'");
        cups.script("lpoptions", "echo \"$2\" >> '%s/asked'; exec sleep 600".formatted(folder));

        assertEquals(List.of("a", "b", "c"), names(cups.printers(SHORT)));
        assertEquals(List.of("a"), Files.readAllLines(folder.resolve("asked")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lp", "lpstat", "lpoptions"})
    void withoutAllItsCommandsThereIsNoCups(String missing) throws IOException {
        cups.remove(missing);

        assertEquals(Optional.empty(), Spooler.on(cups.searchPath(), SHORT));
    }

    @Test
    void whatLiesInTheCurrentFolderIsNotTheSystems() {
        var here = Path.of("").toAbsolutePath().relativize(folder.resolve("bin"));
        String relative = String.join(File.pathSeparator, "", ".", here.toString());

        assertEquals(Optional.empty(), Spooler.on(relative, SHORT));
    }

    @Test
    void theFirstOnTheSearchPathIsTaken() {
        String path = String.join(File.pathSeparator, "/nowhere", cups.searchPath(), "/usr/bin");

        assertEquals(
                Optional.of(folder.resolve("bin").resolve("lp")),
                Spooler.on(path, SHORT).map(spooler -> spooler.lp().program()));
    }

    @Test
    void theComputersPrintersAreThoseOfCupsWhereItIs() {
        var printers = new SystemPrinters(cups.searchPath(), cups.spool());

        assertEquals(List.of("Office laser"), names(printers));
    }

    private static List<String> names(Printers printers) {
        return printers.found().stream().map(PrintRoom::name).toList();
    }
}
