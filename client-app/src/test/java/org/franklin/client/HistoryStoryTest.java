package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.print.Stock;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.client.story.Mailer;
import org.franklin.client.story.RunningDataCenter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The history over a real data center: two computers of one meter, and a piece that is printed
/// twice.
class HistoryStoryTest {

    @TempDir private Path dir;

    private RunningDataCenter dataCenter;

    @BeforeEach
    void start() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"));
    }

    @AfterEach
    void stop() throws IOException {
        dataCenter.close();
    }

    @Test
    void showsWhatAnotherComputerPaidForAndPrintsTheSamePieceAgain() throws IOException {
        try (var first = Mailer.funded(dir.resolve("first"), dataCenter.identity())) {
            buy(first);
        }
        PaidPiece mine;
        try (var second = new Mailer(folder(), dataCenter.identity())) {
            assertInstanceOf(
                    SigningOn.Done.class,
                    second.desk().enrol(Mailer.USER, Mailer.PASSWORD.toCharArray()));
            mine = buy(second);
        }
        try (var app = StoryWindow.signedOn(folder())) {
            app.awaits("One piece is paid but not printed");
            app.press("#later");
            app.pressNamed("History");
            app.awaits("2 pieces at this meter; every receipt follows the one before");
            app.awaits("Paid elsewhere");

            app.press("#print-now");
            app.awaits("Printed. Nothing was charged for it.");
            Path pdf = onlyPdf();
            assertEquals(mine.indicium().bytes(), read(pdf));
            Files.delete(pdf);

            app.press("#print-again");
            app.awaitsNode("#reason-smudged");
            app.does(() -> ((RadioButton) app.find("#reason-smudged")).setSelected(true));
            app.press("#print");
            app.awaits("Printed again. Nothing was charged for it.");
            app.press("#print");
            app.awaits("Reason: Smudged or faint.");
            assertEquals(mine.indicium().bytes(), read(onlyPdf()));
            app.photograph("history-story-light");

            app.press("#receipt");
            app.awaits("Genuine receipt");
            app.awaits("Follows receipt");
            app.press("#close");
            app.press("#verify");
            app.awaits("Genuine specimen");
            app.press("#close");

            app.does(() -> table(app).getSelectionModel().select(1));
            app.awaits("Paid from computer 1; the address is kept there");
            app.press("#receipt");
            app.awaits("Computer 1, request 1");
            assertTrue(app.shows("Genuine receipt"));
        }
    }

    private static PaidPiece buy(Mailer mailer) {
        var letter = mailer.letters(1, Stock.ENVELOPE_10);
        var charged = assertInstanceOf(Purchase.Charged.class, mailer.desk().buy(letter));
        assertNotEquals(0, charged.receipt().receipt().counter());
        return charged.pieces().getFirst();
    }

    private static TableView<?> table(App app) {
        return (TableView<?>) app.find(".table-view");
    }

    private Path folder() {
        return dir.resolve("second");
    }

    private Path onlyPdf() throws IOException {
        try (var files = Files.list(folder().resolve("printed"))) {
            var all = files.toList();
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }

    private static Object read(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
            return new SymbolReader().read(picture).orThrow();
        }
    }
}
