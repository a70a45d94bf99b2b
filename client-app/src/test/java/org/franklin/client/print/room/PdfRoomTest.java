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
    void cannotPrintAPieceWhoseAddressIsLost() {
        var lost =
                new PaidPiece(
                        piece.id(), piece.indicium(), new PrintPlan.Forgotten(), piece.printouts());

        assertInstanceOf(LaidOut.DoesNotFit.class, new PdfRoom(folder).layOut(lost));
        assertInstanceOf(Printing.NotOut.class, new PdfRoom(folder).print(lost));
    }

    private static int[] pixels(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.GRAY);
            return image.getRGB(
                    0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        }
    }
}
