package org.franklin.client.print.room.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterStateReason;
import javax.print.attribute.standard.PrinterStateReasons;
import javax.print.attribute.standard.Severity;

class PrinterJobRoomTest {

    private static final TimeLimit LONG = new TimeLimit(Duration.ofMinutes(1));

    private final FakeDriver service = new FakeDriver();

    static Stream<Page> pages() {
        return Stream.of(Pages.envelope(), Pages.label());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printsVectorsOnPaperOfThePagesSize(Page page) {
        var out = new ByteArrayOutputStream();
        var postScript =
                StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                        DocFlavor.SERVICE_FORMATTED.PRINTABLE, "application/postscript")[0]
                        .getPrintService(out);
        var room = room(postScript, LONG);

        assertEquals(new Printing.Out(postScript.getName()), room.print(page, "piece-0001042-80"));

        String printed = out.toString(StandardCharsets.ISO_8859_1);
        long narrow = Math.round(72 * Math.min(page.width(), page.height()));
        long wide = Math.round(72 * Math.max(page.width(), page.height()));
        assertTrue(
                printed.contains("/PageSize [%d.0 %d.0]".formatted(narrow, wide))
                        || printed.contains("/PageSize [%d %d]".formatted(narrow, wide)),
                printed.lines().filter(line -> line.contains("PageSize")).toList().toString());
        assertTrue(printed.lines().filter(line -> line.contains(" L")).count() > 1_000, "vectors");
    }

    @Test
    void aPrinterThatSaysNothingBadIsReady() {
        assertEquals(new Readiness.Ready(), room(service, LONG).readiness());
        assertEquals("Hall printer", room(service, LONG).name());
        assertEquals(Resolution.DPI_600, room(service, LONG).resolution());
    }

    @Test
    void errorsThatItReportsAreToldApart() {
        reports(PrinterStateReason.MEDIA_EMPTY, Severity.ERROR);
        assertEquals(new Readiness.Waits("is out of paper"), room(service, LONG).readiness());
        assertTrue(reason(room(service, LONG)).startsWith("Hall printer is out of paper. Add"));

        reports(PrinterStateReason.COVER_OPEN, Severity.ERROR);
        assertEquals(new Readiness.Waits("is open"), room(service, LONG).readiness());

        reports(PrinterStateReason.MEDIA_LOW, Severity.WARNING);
        assertEquals(new Readiness.Ready(), room(service, LONG).readiness());

        service.attributes.add(PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS);
        assertEquals(new Readiness.Waits("takes no jobs"), room(service, LONG).readiness());
    }

    @Test
    void aPrinterThatCannotBePrintedOnByJavaDidNotTakeThePage() {
        assertTrue(reason(room(service, LONG)).startsWith("Hall printer did not take the page."));
    }

    @Test
    void aStockThatItCannotPrintIsRefused() {
        var laser =
                new Capabilities(
                        Resolution.DPI_600, false, List.of(new Sheet(8.5, 11, 0.17, 0.17)));
        var room = new PrinterJobRoom(service, laser, LONG);

        assertEquals(room.refuses(Pages.label()).orElseThrow(), reason(room));
    }

    @Test
    void aCallThatHangsOrFailsIsNoAnswer() {
        var never = new CountDownLatch(1);
        var limit = new TimeLimit(Duration.ofMillis(50));

        assertTrue(
                limit.within(
                                () -> {
                                    never.await();
                                    return "late";
                                })
                        .isEmpty());
        assertTrue(
                LONG.within(
                                () -> {
                                    throw new IllegalStateException("a driver's fault");
                                })
                        .isEmpty());
        assertEquals("in time", LONG.within(() -> "in time").orElseThrow());
        never.countDown();
    }

    private void reports(PrinterStateReason reason, Severity severity) {
        var reasons = new PrinterStateReasons();
        reasons.put(reason, severity);
        service.attributes.add(reasons);
    }

    private static PrinterJobRoom room(PrintService service, TimeLimit limit) {
        return new PrinterJobRoom(service, Capabilities.UNKNOWN, limit);
    }

    private static String reason(PrinterJobRoom room) {
        return assertInstanceOf(Printing.NotOut.class, room.print(Pages.label(), "piece")).reason();
    }
}
