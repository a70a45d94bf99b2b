package org.franklin.client.print.room.system;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPrintable;
import org.apache.pdfbox.printing.Scaling;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;

import java.awt.RenderingHints;
import java.awt.print.Book;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import javax.print.PrintService;
import javax.print.attribute.standard.PrinterIsAcceptingJobs;
import javax.print.attribute.standard.PrinterStateReason;
import javax.print.attribute.standard.PrinterStateReasons;
import javax.print.attribute.standard.Severity;

/// A printer through Java's own printing: the page as vectors, on paper of its size without
/// margins.
final class PrinterJobRoom implements PrintRoom {

    private static final double POINTS_PER_INCH = 72;

    private final PrintService service;
    private final Capabilities capabilities;
    private final TimeLimit limit;
    private final PdfRenderer renderer = new PdfRenderer();

    PrinterJobRoom(PrintService service, Capabilities capabilities, TimeLimit limit) {
        this.service = service;
        this.capabilities = capabilities;
        this.limit = limit;
    }

    @Override
    public String name() {
        return service.getName();
    }

    @Override
    public Resolution resolution() {
        return capabilities.resolution();
    }

    @Override
    public Readiness readiness() {
        return halt().<Readiness>map(halt -> new Readiness.Waits(halt.says()))
                .orElseGet(Readiness.Ready::new);
    }

    @Override
    public Optional<String> refuses(Page page) {
        return capabilities.refuses(page, name());
    }

    @Override
    public Printing print(Page page, String title) {
        return refuses(page)
                .<Printing>map(Printing.NotOut::new)
                .or(() -> halt().map(halt -> halt.notOut(name())))
                .or(() -> limit.within(() -> send(page, title)))
                .orElseGet(() -> Hindrance.UNSURE.notOut(name()));
    }

    private Printing send(Page page, String title) throws IOException {
        var pdf = new ByteArrayOutputStream();
        renderer.write(List.of(page), pdf);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            var printable = new PDFPrintable(document, Scaling.ACTUAL_SIZE, false, 0);
            // Smooth edges would make greys of the bars' whole dots.
            printable.setRenderingHints(
                    new RenderingHints(
                            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF));
            var book = new Book();
            book.append(printable, format(page));
            var job = PrinterJob.getPrinterJob();
            job.setPrintService(service);
            job.setJobName(title);
            job.setPageable(book);
            job.print();
            return new Printing.Out(name());
        } catch (PrinterException e) {
            return Hindrance.UNWILLING.notOut(name());
        }
    }

    /// Paper goes in by its short edge; a page that lies is turned on it.
    private static PageFormat format(Page page) {
        double width = POINTS_PER_INCH * Math.min(page.width(), page.height());
        double height = POINTS_PER_INCH * Math.max(page.width(), page.height());
        var paper = new Paper();
        paper.setSize(width, height);
        paper.setImageableArea(0, 0, width, height);
        var format = new PageFormat();
        format.setPaper(paper);
        format.setOrientation(
                page.width() > page.height() ? PageFormat.LANDSCAPE : PageFormat.PORTRAIT);
        return format;
    }

    private Optional<Hindrance> halt() {
        return limit.within(this::reported).orElse(Optional.of(Hindrance.SILENT));
    }

    private Optional<Hindrance> reported() {
        var reasons = service.getAttribute(PrinterStateReasons.class);
        var errors =
                reasons == null
                        ? List.<String>of()
                        : reasons.printerStateReasonSet(Severity.ERROR).stream()
                                .map(PrinterStateReason::toString)
                                .toList();
        var accepting = service.getAttribute(PrinterIsAcceptingJobs.class);
        return Hindrance.reported(errors)
                .or(() ->
                        PrinterIsAcceptingJobs.NOT_ACCEPTING_JOBS.equals(accepting)
                                ? Optional.of(Hindrance.REJECTING)
                                : Optional.empty());
    }
}
