package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;
import javafx.scene.control.CheckBox;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.print.Stock;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.client.signup.Announced;
import org.franklin.client.story.Mailer;
import org.franklin.client.story.RunningDataCenter;
import org.franklin.client.ui.VirtualThreads;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/// The windows over a real data center: a mailer signs up, adds funds, loses the program between
/// paying and printing, and prints at the next start.
class WindowsStoryTest {

    @TempDir private Path dir;

    private RunningDataCenter dataCenter;
    private Pulse pulse;

    @BeforeEach
    void start() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"));
        pulse = Pulse.listen();
    }

    @AfterEach
    void stop(TestInfo story) throws IOException {
        pulse.print(story.getTestMethod().orElseThrow().getName());
        dataCenter.close();
    }

    @Test
    void aPieceThatWasPaidBeforeACrashIsPrintedAtTheNextStart() throws IOException {
        signUpAndAddFunds();
        var paid = payAndCrash();
        try (var app = open(new Announced.Address(""))) {
            app.awaits("User name");
            app.type("#password", Mailer.PASSWORD);
            app.press("#main");
            app.awaits("One piece is paid but not printed");
            app.press("#print");
            app.awaits("Printed. Nothing was charged for it.");
            app.press("#print");
            app.awaits("99.26");
            app.awaits("Printed");
        }
        try (var files = Files.list(folder().resolve("printed"))) {
            assertEquals(paid.indicium().bytes(), read(files.findFirst().orElseThrow()));
        }
    }

    @Test
    void aLostAnswerToARefillIsSettledWithoutTakingTheMoneyTwice() throws IOException {
        signUpAndAddFunds();
        try (var app = open(new Announced.Address(""))) {
            app.awaits("User name");
            app.type("#password", Mailer.PASSWORD);
            app.press("#main");
            app.awaits("Your balance is enough for");
            app.awaits("$100.00");
            dataCenter.wire().loseAnswers();
            app.pressNamed("Add funds");
            app.press(".dialogue #main");
            app.awaits("We are checking whether $50.00 was taken.");
            dataCenter.wire().heal();
            app.press("#check");
            app.awaits("$50.00 was added.");
            app.press(".dialogue #main");
            app.awaits("$150.00");
        }
    }

    private void signUpAndAddFunds() {
        var address = dataCenter.identity().address();
        try (var app = open(new Announced.Key(address.url().toString(), address.fingerprint()))) {
            app.awaits("User name");
            app.type("#user", Mailer.USER.text());
            app.type("#password", Mailer.PASSWORD);
            app.type("#business", "Story Office");
            app.press("#main");
            app.does(() -> ((CheckBox) app.find("#agreed")).setSelected(true));
            app.press("#main");
            app.awaits("Amount in dollars");
            app.pressNamed("$100.00");
            app.pressNamed("Add $100.00");
            app.awaits("$100.00 was added.");
            app.pressNamed("Done");
            app.awaits("No pieces yet");
        }
    }

    /// As if the program had ended after the receipt was stored and before the printer answered.
    private PaidPiece payAndCrash() {
        try (var mailer = new Mailer(folder(), dataCenter.identity()).signedOn()) {
            assertEquals(Postage.ofDollars(100), mailer.balance());
            var letter = mailer.letters(1, Stock.ENVELOPE_10);
            var charged = assertInstanceOf(Purchase.Charged.class, mailer.desk().buy(letter));
            return charged.pieces().getFirst();
        }
    }

    private App open(Announced announced) {
        var clock = Clock.system(App.CLOCK.getZone());
        var desk =
                new FolderDesk(
                        new Settings(folder(), announced, Settings.ASK),
                        List::of,
                        clock,
                        new SecureRandom());
        var background =
                new VirtualThreads(
                        Platform::runLater,
                        fault -> {
                            throw new AssertionError(fault);
                        });
        return App.open(desk, background, clock);
    }

    private Path folder() {
        return dir.resolve("mailer");
    }

    private static Object read(Path pdf) throws IOException {
        assertTrue(pdf.toString().endsWith(".pdf"));
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
            return new SymbolReader().read(picture).orThrow();
        }
    }
}
