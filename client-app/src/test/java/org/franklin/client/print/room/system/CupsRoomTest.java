package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Decoded.Valid;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@EnabledOnOs({OS.LINUX, OS.MAC})
class CupsRoomTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir private Path folder;
    private FakeCups cups;

    @BeforeEach
    void installCups() throws IOException {
        cups = new FakeCups(folder);
    }

    @Test
    void givesThePageToLpToBePrintedOnceAndInItsSize() throws IOException {
        var printing = room().print(Pages.envelope(), "piece-0001042-80");

        assertEquals(new Printing.Out("Office laser"), printing);
        var arguments = cups.arguments();
        assertEquals(
                List.of(
                        "-d",
                        "office",
                        "-t",
                        "piece-0001042-80",
                        "-n",
                        "1",
                        "-o",
                        "media=na_number-10_4.125x9.5in",
                        "-o",
                        "print-scaling=none",
                        "-o",
                        "number-up=1",
                        "-o",
                        "sides=one-sided",
                        "-o",
                        "job-sheets=none,none",
                        "--"),
                arguments.subList(0, arguments.size() - 1));
        assertTrue(Path.of(arguments.getLast()).startsWith(cups.spool()), arguments.getLast());
    }

    @Test
    void whatReachesLpHasTheExactSizeAndAReadableSymbol() throws IOException {
        for (Page page : List.of(Pages.envelope(), Pages.label())) {
            room().print(page, "piece");

            try (var document = Loader.loadPDF(cups.printed().toFile())) {
                var box = document.getPage(0).getMediaBox();
                assertEquals(1, document.getNumberOfPages());
                assertEquals(page.width() * 72, box.getWidth(), 0.001);
                assertEquals(page.height() * 72, box.getHeight(), 0.001);
                var raster = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
                assertEquals(new Valid<>(Pages.symbol()), new SymbolReader().read(raster));
            }
        }
    }

    @Test
    void keepsNoPageOnceTheSpoolerHasIt() throws IOException {
        room().print(Pages.label(), "piece");

        try (var files = Files.list(cups.spool())) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void namesItsOwnPaperWhereTheDriverListsNoneOfThatSize() throws IOException {
        var letterOnly =
                new Capabilities(Resolution.DPI_600, true, List.of(new Sheet(8.5, 11, 0, 0)));

        cups.room("office", letterOnly).print(Pages.envelope(), "piece");
        assertTrue(cups.arguments().contains("media=Custom.297.1x684.1"));

        cups.room("office", letterOnly).print(Pages.label(), "piece");
        assertTrue(cups.arguments().contains("media=Custom.288.1x432.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o",
                "--",
                "-d other",
                "front desk",
                "$(touch pwned)",
                "a;touch pwned",
                "`touch pwned`",
                "a\"b'c",
                "../../etc"
            })
    void theNameOfAQueueIsOnlyAName(String queue) throws IOException {
        var printing = cups.room(queue, Capabilities.UNKNOWN).print(Pages.label(), "piece");

        assertInstanceOf(Printing.Out.class, printing);
        assertEquals(List.of("-d", queue, "-t"), cups.arguments().subList(0, 3));
        assertFalse(Files.exists(Path.of("pwned")));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 'media-empty-error,paused', is out of paper, Add paper",
        "5, media-jam, has a paper jam, Clear it",
        "5, paused, is paused, Resume it",
        "5, offline-report, is switched off or not connected, Switch it on",
        "5, none, has stopped, Look what it shows",
        "5, cups-missing-filter-warning, lacks a part of its driver, Install",
        "4, 'connecting-to-device,cover-open-error', is open, Close it",
        "4, toner-empty-error, is out of ink or toner, Put in a new one",
    })
    void aQueueThatStandsStillGetsNothingAndSaysWhatToDo(
            String state, String reasons, String says, String remedy) throws IOException {
        cups.state(state, reasons);

        assertEquals(new Readiness.Waits(says), room().readiness());
        var reason = reason(room().print(Pages.label(), "piece"));
        assertTrue(reason.startsWith("Office laser " + says + ". " + remedy), reason);
        assertFalse(cups.wasPrinted());
    }

    @Test
    void anIdleQueueIsReadyWhateverItLastComplainedOf() throws IOException {
        cups.state("3", "media-empty-error");

        assertEquals(new Readiness.Ready(), room().readiness());
        assertInstanceOf(Printing.Out.class, room().print(Pages.label(), "piece"));
    }

    @Test
    void aWarningIsToldButDoesNotKeepAPageBack() throws IOException {
        cups.state("4", "media-empty-warning");

        assertEquals(new Readiness.Waits("is out of paper"), room().readiness());
        assertInstanceOf(Printing.Out.class, room().print(Pages.label(), "piece"));
    }

    @Test
    void aQueueThatRejectsJobsSaysSo() throws IOException {
        cups.says(FakeCups.READY.replace("jobs=true", "jobs=false"));

        assertEquals(new Readiness.Waits("takes no jobs"), room().readiness());
        assertTrue(reason(room().print(Pages.label(), "piece")).contains("takes no jobs"));
    }

    @Test
    void aPrinterThatWasRemovedSaysSo() throws IOException {
        cups.says("");
        cups.script("lpstat", "[ \"$1\" = -e ] || echo 'scheduler is running'");

        assertEquals(new Readiness.Waits("was removed from this computer"), room().readiness());
        assertEquals(
                "Office laser was removed from this computer. Choose another printer.",
                reason(room().print(Pages.label(), "piece")));
        assertFalse(cups.wasPrinted());
    }

    @Test
    void aPrinterThatIsRemovedMeanwhileSaysSoToo() throws IOException {
        cups.script(
                "lp",
                """
                rm '%s'
                echo 'lp: Error - The printer or class does not exist.' >&2
                exit 1
                """
                        .formatted(folder.resolve("bin").resolve("said")));
        cups.script("lpstat", "[ \"$1\" = -e ] || echo 'scheduler is running'");

        assertTrue(
                reason(room().print(Pages.label(), "piece")).contains("was removed"),
                "the reason is asked for once lp has refused");
    }

    @Test
    void aStoppedPrintServiceIsNotTakenForARemovedPrinter() throws IOException {
        cups.says("");
        cups.script("lpstat", "[ \"$1\" = -e ] || echo 'scheduler is not running'");

        assertTrue(reason(room().print(Pages.label(), "piece")).contains("service is not running"));
    }

    @Test
    void aPrinterThatIsOnlyAnnouncedTakesAPage() throws IOException {
        cups.says("");

        assertEquals(new Readiness.Ready(), room().readiness());
        assertInstanceOf(Printing.Out.class, room().print(Pages.label(), "piece"));
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeCups.HANG, FakeCups.ENDLESS})
    void aPrinterThatDoesNotAnswerGetsNothing(String script) throws IOException {
        cups.script("lpoptions", script);
        var room = cups.room("office", Capabilities.UNKNOWN, SHORT);

        assertEquals(new Readiness.Waits("does not answer"), room.readiness());
        assertTrue(reason(room.print(Pages.label(), "piece")).contains("does not answer"));
        assertFalse(cups.wasPrinted());
    }

    @ParameterizedTest
    @ValueSource(strings = {FakeCups.HANG, "sleep 600 & wait", FakeCups.ENDLESS})
    void whereLpDoesNotEndAPersonLooksAtTheTray(String script) throws IOException {
        cups.script("lp", script);
        var room = cups.room("office", Capabilities.UNKNOWN, Duration.ofSeconds(1));

        assertEquals(
                "Office laser did not say whether it took the page."
                        + " Look at the tray and at its jobs before you print again.",
                reason(room.print(Pages.label(), "piece")));
        try (var files = Files.list(cups.spool())) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void garbageIsNoStateAndNoReason() throws IOException {
        cups.script("lpoptions", FakeCups.GARBAGE);

        assertEquals(new Readiness.Ready(), room().readiness());

        cups.script("lp", FakeCups.GARBAGE + "; exit 1");
        assertTrue(
                reason(room().print(Pages.label(), "piece"))
                        .startsWith("Office laser did not take the page."));
    }

    @Test
    void commandsThatVanishAreAPrintServiceThatDoesNotRun() throws IOException {
        var room = room();
        cups.remove("lp");
        assertTrue(reason(room.print(Pages.label(), "piece")).contains("print service"));

        cups.remove("lpoptions");
        assertInstanceOf(Readiness.Waits.class, room.readiness());
        assertTrue(reason(room.print(Pages.label(), "piece")).contains("print service"));
    }

    @Test
    void aPageThatThePrinterCannotPrintNeverReachesIt() throws IOException {
        var laser =
                new Capabilities(
                        Resolution.DPI_300, false, List.of(new Sheet(4.125, 9.5, 0.17, 0.17)));
        var room = cups.room("office", laser);

        for (Page page : List.of(Pages.envelope(), Pages.label())) {
            var reason = reason(room.print(page, "piece"));
            assertEquals(room.refuses(page).orElseThrow(), reason);
        }
        assertFalse(cups.wasPrinted());
        assertEquals(Resolution.DPI_300, room.resolution());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(cups.spool(), "in the way");

        assertTrue(
                reason(room().print(Pages.label(), "piece")).startsWith("Franklin cannot write"));
    }

    private CupsRoom room() {
        return cups.room("office", Capabilities.UNKNOWN);
    }

    private static String reason(Printing printing) {
        return assertInstanceOf(Printing.NotOut.class, printing).reason();
    }
}
