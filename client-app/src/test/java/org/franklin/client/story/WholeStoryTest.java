package org.franklin.client.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.box.suite.Suite;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The main job, end to end, on real parts: the client's code, TLS, a real data center, real boxes,
/// a real database, a printed PDF, and the Post's verifier.
@ParameterizedClass
@EnumSource(Suite.class)
class WholeStoryTest {

    private static final Postage LETTER = Postage.ofCents(74);
    private static final Postage HUNDRED = Postage.ofDollars(100);

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private RunningDataCenter dataCenter;
    private Mailer mailer;

    @BeforeEach
    void signUpAndFund() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"), suite);
        mailer = Mailer.funded(dir.resolve("mailer"), dataCenter.identity());
    }

    @AfterEach
    void close() throws IOException {
        mailer.close();
        dataCenter.close();
    }

    @Test
    void printsALetterThatThePostFindsGenuine() throws IOException {
        for (Stock stock : Stock.values()) {
            var charged = charged(mailer.letters(1, stock));
            assertEquals(LETTER, charged.amount());
            assertGenuine(charged.pieces().getFirst());
        }
        assertEquals(HUNDRED.minus(LETTER).minus(LETTER), mailer.balance());
        assertBooksBalance();
    }

    @Test
    void chargesOnceWhenTheAnswerIsLostAfterTheCommit() throws Exception {
        Draft letter = mailer.letters(1, Stock.ENVELOPE_10);
        dataCenter.wire().loseAnswers();
        var checking = assertInstanceOf(Purchase.Checking.class, mailer.desk().buy(letter));
        assertEquals(Doubt.NO_ANSWER, checking.doubt());
        dataCenter.awaitMeterSteps(4);

        dataCenter.wire().heal();
        var charged = assertInstanceOf(Purchase.Charged.class, mailer.desk().check(letter.id()));
        assertGenuine(charged.pieces().getFirst());
        assertEquals(charged, mailer.desk().buy(letter));
        assertEquals(HUNDRED.minus(LETTER), mailer.balance());
        assertBooksBalance();
    }

    @Test
    void finishesThePieceOfAClientThatWasKilledBetweenRequestAndAnswer() throws Exception {
        mailer.close();
        var identity = dataCenter.identity();
        Process client = KilledMailer.start(dir.resolve("mailer"), identity);
        assertEquals('!', client.getInputStream().read());
        dataCenter.wire().loseAnswers();
        client.getOutputStream().write('\n');
        client.getOutputStream().flush();
        dataCenter.awaitMeterSteps(4);
        client.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        dataCenter.wire().heal();

        mailer = new Mailer(dir.resolve("mailer"), identity).signedOn();
        List<PaidPiece> unprinted = mailer.desk().resume().unprinted();
        assertEquals(1, unprinted.size());
        assertGenuine(unprinted.getFirst());
        assertEquals(HUNDRED.minus(LETTER), mailer.balance());
        assertBooksBalance();
    }

    @Test
    void goesOnAfterTheDataCenterWasRestarted() throws IOException {
        charged(mailer.letters(1, Stock.ENVELOPE_10));
        mailer.close();
        dataCenter.restart();

        mailer = new Mailer(dir.resolve("mailer"), dataCenter.identity()).signedOn();
        var charged = charged(mailer.letters(100, Stock.LABEL_4X6));
        assertEquals(100, charged.pieces().size());
        assertGenuine(charged.pieces().getLast());
        assertEquals(new Postage(100_000 - 101 * 740), mailer.balance());
        assertBooksBalance();
    }

    private Purchase.Charged charged(Draft draft) {
        return assertInstanceOf(Purchase.Charged.class, mailer.desk().buy(draft));
    }

    /// Prints the piece to a PDF, rasters the page as a scanner would, reads the symbol, and asks
    /// the Post's verifier, which has nothing but public keys.
    private void assertGenuine(PaidPiece piece) throws IOException {
        var keys = mailer.desk().verificationKeys().orElseThrow();
        for (Resolution resolution : List.of(Resolution.DPI_203, Resolution.DPI_300)) {
            var symbol = scanned(piece, resolution);
            var verdict = new IndiciumVerifier(keys).verify(symbol);
            assertInstanceOf(dataCenter.honestVerdict(), verdict);
            assertEquals(piece.indicium().indicium(), verdict.unrefuted().orElseThrow());
            assertEquals(piece.indicium().bytes(), symbol);
        }
    }

    private static Bytes scanned(PaidPiece piece, Resolution resolution) throws IOException {
        Page page =
                assertInstanceOf(LaidOut.Fits.class, PaidPieceLayout.lay(piece, resolution)).page();
        var pdf = new ByteArrayOutputStream();
        new PdfRenderer().write(List.of(page), pdf);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            var raster = new PDFRenderer(document).renderImageWithDPI(0, resolution.dpi());
            return new SymbolReader().read(raster).orThrow();
        }
    }

    private void assertBooksBalance() {
        var statement = assertInstanceOf(VerifiedStatement.Holds.class, mailer.desk().statement());
        assertEquals(statement.refilled(), statement.registers().controlTotal());
        assertEquals(HUNDRED, statement.refilled());
    }
}
