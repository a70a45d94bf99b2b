package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.box.suite.Suite;
import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.Stock;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.client.signup.Announced;
import org.franklin.client.story.Mailer;
import org.franklin.client.story.RunningDataCenter;
import org.franklin.client.ui.Immediate;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The windows over a real data center: a mailer signs up, adds funds, loses the program between
/// paying and printing, and prints at the next start.
class WindowsStoryTest {

    @TempDir private Path dir;

    private RunningDataCenter dataCenter;
    private Pulse pulse;

    /// A Java machine loads classes once, at the first window of each kind. That is measured apart
    /// from the stories, which are about a program that is in use.
    @BeforeAll
    static void openEachWindowOnce() {
        var pulse = Pulse.listen();
        var desk = new FakeDesk();
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.purchases.addAll(Paid.aMonth());
        try (var app = App.open(desk, new Immediate(App.NOW))) {
            for (var key : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3)) {
                app.robot().push(KeyCode.SHORTCUT, key);
            }
            app.pressNamed("Add funds");
        }
        pulse.print("first-windows");
    }

    @BeforeEach
    void start() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"));
        pulse = Pulse.listen();
    }

    @AfterEach
    void stop() throws IOException {
        dataCenter.close();
    }

    @Test
    void aMailerSignsUpWritesPaysAndPrintsAndThePostFindsItGenuine() throws IOException {
        writePayAndPrint();
        pulse.print("whole-story");
    }

    @Test
    void soDoesAMailerOfTheSuiteOf1998() throws IOException {
        dataCenter.close();
        dataCenter = new RunningDataCenter(dir.resolve("museum"), Suite.PATENT_1998);
        writePayAndPrint();
    }

    private void writePayAndPrint() throws IOException {
        signUpAndAddFunds();
        try (var app = StoryWindow.signedOn(folder())) {
            StoryWindow.write(app);
            app.press("#main");
            app.press("#main");
            app.awaits("You were charged $1.03, once.");
            app.awaits("Saved as piece-");
            app.awaits("$98.97");
            app.awaits("New piece");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
            app.awaits("every receipt follows the one before");
        }
        assertGenuine(1);
    }

    @Test
    void anAnswerThatIsLostAfterTheCommitIsFoundAndChargedOnce() throws Exception {
        signUpAndAddFunds();
        try (var app = StoryWindow.signedOn(folder())) {
            StoryWindow.write(app);
            dataCenter.wire().loseAnswers();
            app.press("#main");
            app.awaits("We are checking whether you were charged.");
            app.photograph("story-checking");
            dataCenter.awaitMeterSteps(4);
            dataCenter.wire().heal();
            app.awaits("The answer is here now. Nothing was charged twice.");
            app.pressNamed("Print it now, no charge");
            app.awaits("Saved as piece-");
            app.awaits("$98.97");
        }
        assertGenuine(1);
    }

    @Test
    void aProgramThatIsKilledBetweenRequestAndAnswerFinishesThePieceAtTheNextStart()
            throws Exception {
        signUpAndAddFunds();
        Process program = StoryWindow.start(folder());
        assertEquals('!', program.getInputStream().read());
        dataCenter.wire().loseAnswers();
        program.getOutputStream().write('\n');
        program.getOutputStream().flush();
        dataCenter.awaitMeterSteps(4);
        program.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        dataCenter.wire().heal();

        try (var app = StoryWindow.signedOn(folder())) {
            app.awaits("One piece is paid but not printed");
            app.press("#print");
            app.awaits("Printed. Nothing was charged for it.");
            app.press("#print");
            app.awaits("$98.97");
        }
        assertGenuine(1);
    }

    @Test
    void aPieceThatWasPaidBeforeACrashIsPrintedAtTheNextStart() throws IOException {
        signUpAndAddFunds();
        var paid = payAndCrash();
        try (var app = StoryWindow.signedOn(folder())) {
            app.awaits("One piece is paid but not printed");
            app.press("#print");
            app.awaits("Printed. Nothing was charged for it.");
            app.press("#print");
            app.awaits("99.26");
            app.awaits("Printed");
        }
        pulse.print("crash");
        try (var files = Files.list(folder().resolve("printed"))) {
            assertEquals(paid.indicium().bytes(), read(files.findFirst().orElseThrow()));
        }
    }

    @Test
    void aLostAnswerToARefillIsSettledWithoutTakingTheMoneyTwice() throws IOException {
        signUpAndAddFunds();
        try (var app = StoryWindow.signedOn(folder())) {
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
        pulse.print("lost-refill");
    }

    private void signUpAndAddFunds() {
        var address = dataCenter.identity().address();
        try (var app =
                StoryWindow.open(
                        folder(),
                        new Announced.Key(address.url().toString(), address.fingerprint()))) {
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

    /// So many pieces were printed, each is genuine to the Post as far as public keys tell, and the
    /// meter's history holds with nothing charged beside them.
    private void assertGenuine(int pieces) throws IOException {
        try (var mailer = new Mailer(folder(), dataCenter.identity()).signedOn();
                var files = Files.list(folder().resolve("printed"))) {
            var verifier = new IndiciumVerifier(mailer.desk().verificationKeys().orElseThrow());
            var printed = files.toList();
            assertEquals(pieces, printed.size());
            for (Path pdf : printed) {
                assertInstanceOf(
                        dataCenter.honestVerdict(), verifier.verify(read(pdf)), pdf.toString());
            }
            var statement =
                    assertInstanceOf(VerifiedStatement.Holds.class, mailer.desk().statement());
            assertEquals(Postage.ofDollars(100), statement.refilled());
            assertEquals(Postage.ofCents(103L * pieces), statement.registers().ascending());
            assertEquals(List.of(), mailer.desk().unprinted());
        }
    }

    private Path folder() {
        return dir.resolve("mailer");
    }

    private static Bytes read(Path pdf) throws IOException {
        assertTrue(pdf.toString().endsWith(".pdf"));
        try (var document = Loader.loadPDF(pdf.toFile())) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
            return new SymbolReader().read(picture).orThrow();
        }
    }
}
