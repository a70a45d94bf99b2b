package org.franklin.client.print.room;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.print.AddressBlock;
import org.franklin.client.print.Imprint;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Saves each piece as a PDF in one folder, named after its meter and its number there.
public final class PdfRoom implements PrintRoom {

    private final Path folder;
    private final PdfRenderer renderer = new PdfRenderer();

    public PdfRoom(Path folder) {
        this.folder = folder;
    }

    @Override
    public LaidOut layOut(PaidPiece piece) {
        return switch (piece.plan()) {
            case PrintPlan.Forgotten _ ->
                    new LaidOut.DoesNotFit(
                            "This computer had lost the address of the piece. Give it one in New"
                                    + " piece.");
            case PrintPlan.Kept plan ->
                    stock(plan.stock())
                            .map(stock -> stock.lay(imprint(piece, plan), Resolution.DPI_600))
                            .orElseGet(() ->
                                    new LaidOut.DoesNotFit(
                                            "Franklin knows no stock named " + plan.stock() + "."));
        };
    }

    @Override
    public Printing print(PaidPiece piece) {
        return switch (layOut(piece)) {
            case LaidOut.DoesNotFit(var reason) -> new Printing.NotOut(reason);
            case LaidOut.Fits(var page) -> save(page, folder.resolve(name(piece)));
        };
    }

    /// Whole or not at all, so that nobody mails half a page.
    private Printing save(Page page, Path file) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "piece", ".part");
            try {
                try (var out = Files.newOutputStream(beside)) {
                    renderer.write(List.of(page), out);
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return new Printing.Out(file.toString());
        } catch (IOException e) {
            return new Printing.NotOut(
                    "Franklin cannot write in " + folder + ". Make room there, and print again.");
        }
    }

    private static Imprint imprint(PaidPiece piece, PrintPlan.Kept plan) {
        return Imprint.paid(
                        piece.indicium(), AddressBlock.of(plan.from()), AddressBlock.of(plan.to()))
                .noted(plan.reference(), plan.costCode());
    }

    private static Optional<Stock> stock(String name) {
        return Stream.of(Stock.values()).filter(stock -> stock.name().equals(name)).findFirst();
    }

    private static String name(PaidPiece piece) {
        var indicium = piece.indicium().indicium();
        return "piece-%07d-%d.pdf".formatted(indicium.serial().number(), indicium.pieceCount());
    }
}
