package org.franklin.benchmarks;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.franklin.benchmarks.figure.Benchmark;
import org.franklin.benchmarks.figure.Figures;
import org.franklin.benchmarks.figure.Samples;
import org.franklin.benchmarks.raw.RawParts;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The PDF of one label, and of a thousand; the denominators are blank pages by the same library. A
/// thousand labels are bought first, in one request, and that is timed, too.
final class Labels implements Benchmark {

    private static final int MANY = 1_000;

    @Override
    public void run(Figures figures) throws Exception {
        Path dir = Files.createTempDirectory("franklin-labels");
        var blankOne = Samples.of(30, 50, () -> blank(1));
        var blankMany = Samples.of(2, 3, () -> blank(MANY));
        var one = figures.denominator("blank-page", blankOne.median(), "ms");
        var many = figures.denominator("thousand-blank-pages", blankMany.median() / 1e3, "s");
        try (var office = Office.open(dir)) {
            var raw = new RawParts(dir, figures).signature();
            var draft = office.labels(MANY);
            long from = System.nanoTime();
            if (!(office.desk().buy(draft) instanceof Purchase.Charged charged)) {
                throw new IllegalStateException("not charged");
            }
            figures.bench("buy-1000-labels", (System.nanoTime() - from) / 1e6, "ms", raw);
            List<PaidPiece> pieces = charged.pieces();
            var label = Samples.of(30, 50, () -> print(pieces.subList(0, 1)));
            figures.bench("labels-1", label.median(), "ms", one);
            var labels = Samples.of(1, 3, () -> print(pieces));
            figures.bench("labels-1000", labels.median() / 1e3, "s", many);
        }
    }

    private static void print(List<PaidPiece> pieces) throws Exception {
        new PdfRenderer()
                .write(
                        () -> pieces.stream().map(Labels::page).iterator(),
                        OutputStream.nullOutputStream());
    }

    private static Page page(PaidPiece piece) {
        return switch (PaidPieceLayout.lay(piece, Resolution.DPI_300)) {
            case LaidOut.Fits(var page) -> page;
            case LaidOut.DoesNotFit(var reason) -> throw new IllegalStateException(reason);
        };
    }

    private static void blank(int pages) throws Exception {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage());
            }
            document.save(OutputStream.nullOutputStream());
        }
    }
}
