package org.franklin.client.print.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.LaidOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class PdfRoomTest {

    @TempDir private Path folder;

    private final PaidPiece piece =
            assertInstanceOf(Purchase.Charged.class, Paid.aMonth().getFirst()).pieces().getFirst();

    @Test
    void savesAnEnvelopeOfItsExactSize() throws IOException {
        var room = new PdfRoom(folder.resolve("printed"));
        var out = assertInstanceOf(Printing.Out.class, room.print(piece));
        try (var document = Loader.loadPDF(Path.of(out.where()).toFile())) {
            var box = document.getPage(0).getMediaBox();
            assertEquals(1, document.getNumberOfPages());
            assertEquals(9.5 * 72, box.getWidth(), 0.01);
            assertEquals(4.125 * 72, box.getHeight(), 0.01);
        }
        assertTrue(out.where().endsWith("piece-0001042-11520.pdf"), out.where());
    }

    @Test
    void printingAgainGivesTheIdenticalPage() throws IOException {
        var room = new PdfRoom(folder);
        var first = assertInstanceOf(Printing.Out.class, room.print(piece));
        int[] before = pixels(Path.of(first.where()));
        var second = assertInstanceOf(Printing.Out.class, room.print(piece));

        assertEquals(first, second);
        assertArrayEquals(before, pixels(Path.of(second.where())));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing half written is left");
        }
    }

    @Test
    void saysWhatToDoWhenTheFolderCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("in the way"), "");
        var printing = new PdfRoom(file).print(piece);

        var reason = assertInstanceOf(Printing.NotOut.class, printing).reason();
        assertTrue(reason.contains("print again"), reason);
    }

    @Test
    void savesUnderTheNameThatAPersonChose() throws IOException {
        for (String name : List.of("To Dana", "To Dana.pdf", "INVOICE.PDF")) {
            Path chosen = folder.resolve(name);
            var out = assertInstanceOf(Printing.Out.class, PdfRoom.under(chosen).print(piece));

            assertEquals(name.contains(".") ? name : name + ".pdf", fileName(out));
            assertTrue(pixels(Path.of(out.where())).length > 0);
        }
    }

    @Test
    void aFileInThePlaceIsReplacedWhollyOrNotAtAll() throws IOException {
        Path chosen = Files.writeString(folder.resolve("mine.pdf"), "old");
        assertInstanceOf(Printing.Out.class, PdfRoom.under(chosen).print(piece));
        assertTrue(pixels(chosen).length > 0);

        Path blocked = Files.createDirectories(folder.resolve("blocked.pdf").resolve("full"));
        var printing = PdfRoom.under(blocked.resolveSibling("").normalize()).print(piece);
        assertInstanceOf(Printing.NotOut.class, printing);
        assertTrue(Files.isDirectory(blocked));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "nothing half written is left");
        }
    }

    @Test
    void aFolderTakesEveryPage() {
        var page = assertInstanceOf(LaidOut.Fits.class, new PdfRoom(folder).layOut(piece)).page();

        assertEquals(Optional.empty(), new PdfRoom(folder).refuses(page));
    }

    @Test
    void cannotPrintAPieceWhoseAddressIsLost() {
        var lost =
                new PaidPiece(
                        piece.id(), piece.indicium(), new PrintPlan.Forgotten(), piece.printouts());

        assertInstanceOf(LaidOut.DoesNotFit.class, new PdfRoom(folder).layOut(lost));
        assertInstanceOf(Printing.NotOut.class, new PdfRoom(folder).print(lost));
    }

    private static String fileName(Printing.Out out) {
        return String.valueOf(Path.of(out.where()).getFileName());
    }

    private static int[] pixels(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.GRAY);
            return image.getRGB(
                    0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
    }
}
