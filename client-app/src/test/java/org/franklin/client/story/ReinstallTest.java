package org.franklin.client.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.franklin.box.suite.Suite;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.SigningOn;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.LaidOut;
import org.franklin.client.print.PaidPieceLayout;
import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.symbol.SymbolReader;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An office that loses its folder, or gets it back from an old backup, or loses a whole computer:
/// what it paid for stays, over a real data center.
@ParameterizedClass
@EnumSource(Suite.class)
class ReinstallTest {

    private static final PrintPlan.Kept ENVELOPE =
            new PrintPlan.Kept(
                    Mailer.TO, Mailer.FROM, Stock.ENVELOPE_10.name(), "First-Class Mail", "", "");

    /// Not the ZIP code that was paid for.
    private static final PrintPlan.Kept ELSEWHERE =
            new PrintPlan.Kept(
                    Mailer.FROM, Mailer.FROM, Stock.ENVELOPE_10.name(), "First-Class Mail", "", "");

    @Parameter private Suite suite = Suite.STANDARD;

    @TempDir private Path dir;

    private RunningDataCenter dataCenter;

    @BeforeEach
    void start() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"), suite);
    }

    @AfterEach
    void stop() throws IOException {
        dataCenter.close();
    }

    @Test
    void aReinstalledAppEnrolsAnewAndStillPrintsItsOldPieces() throws IOException {
        var old = new ArrayList<Bytes>();
        try (var office = Mailer.funded(folder(), dataCenter.identity())) {
            for (int count : new int[] {1, 3, 1}) {
                old.addAll(symbols(charged(office, count)));
            }
        }
        delete(folder());

        try (var office = new Mailer(folder(), dataCenter.identity())) {
            assertInstanceOf(
                    Refusal.NotEnrolled.class,
                    assertInstanceOf(SigningOn.NotDone.class, signOn(office)).why());
            assertEquals(new DeviceId(2), enrolled(office));
            assertEquals(List.of(), office.desk().resume().purchases());

            var pieces = new ArrayList<PaidPiece>();
            for (MeterReply step : statement(office).steps()) {
                if (step instanceof MeterReply.Issued issued) {
                    var taken = office.desk().takeOver(issued).orElseThrow();
                    pieces.addAll(assertInstanceOf(Purchase.Charged.class, taken).pieces());
                    assertEquals(taken, office.desk().takeOver(issued).orElseThrow());
                }
            }
            assertEquals(old, pieces.stream().map(piece -> piece.indicium().bytes()).toList());
            assertEquals(pieces, office.desk().unprinted());
            for (PaidPiece piece : pieces) {
                assertInstanceOf(PrintPlan.Forgotten.class, piece.plan());
                assertEquals(Optional.empty(), office.desk().address(piece.id(), ELSEWHERE));
                assertPrintsGenuine(
                        office, office.desk().address(piece.id(), ENVELOPE).orElseThrow());
            }

            charged(office, 1);
            assertEquals(spent(6), office.balance());
            assertEquals(6, statement(office).steps().getLast().receipt().receipt().pieces());
        }
    }

    @Test
    void aRestoredOutboxFetchesWhatItLacksAndUsesNoNumberTwice() throws IOException {
        Path backup = dir.resolve("backup");
        PaidPiece kept;
        try (var office = Mailer.funded(folder(), dataCenter.identity())) {
            kept = charged(office, 1).pieces().getFirst();
        }
        copy(folder(), backup);
        var lost = new ArrayList<Bytes>();
        try (var office = new Mailer(folder(), dataCenter.identity()).signedOn()) {
            lost.addAll(symbols(charged(office, 2)));
            lost.addAll(symbols(charged(office, 1)));
        }
        delete(folder());
        copy(backup, folder());

        try (var office = new Mailer(folder(), dataCenter.identity()).signedOn()) {
            var recovered = office.desk().resume().purchases();
            assertEquals(
                    lost,
                    recovered.stream()
                            .map(each -> assertInstanceOf(Purchase.Charged.class, each))
                            .flatMap(each -> symbols(each).stream())
                            .toList());

            var next = charged(office, 1);
            assertEquals(4, next.receipt().receipt().request().sequence());
            assertEquals(1, next.receipt().receipt().request().actor());
            assertEquals(spent(5), office.balance());
            assertEquals(5, office.desk().unprinted().size());
            assertPrintsGenuine(office, kept);
            statement(office);
        }
    }

    @Test
    void aRemovedComputerThatComesBackGetsWhatItHadPaidFor() throws Exception {
        try (var found = Mailer.funded(folder(), dataCenter.identity());
                var other = new Mailer(dir.resolve("other"), dataCenter.identity())) {
            var letter = found.letters(1, Stock.ENVELOPE_10);
            dataCenter.wire().loseAnswers();
            assertInstanceOf(Purchase.Checking.class, found.desk().buy(letter));
            dataCenter.awaitMeterSteps(4);
            dataCenter.wire().heal();

            var recovery = other.desk().recover(Mailer.USER, Mailer.PASSWORD.toCharArray());
            assertEquals(
                    new DeviceId(2),
                    assertInstanceOf(SigningOn.Done.class, recovery).session().device());
            charged(other, 1);

            assertInstanceOf(
                    Refusal.NotEnrolled.class,
                    assertInstanceOf(SigningOn.NotDone.class, signOn(found)).why());
            assertEquals(new DeviceId(3), enrolled(found));
            var resumed = found.desk().resume().purchases();
            assertInstanceOf(Purchase.Charged.class, resumed.getFirst());
            assertPrintsGenuine(found, found.desk().unprinted().getFirst());
            charged(found, 1);
            assertEquals(spent(3), found.balance());
        }
    }

    private Path folder() {
        return dir.resolve("office");
    }

    private static SigningOn signOn(Mailer office) {
        return office.desk().signOn(Mailer.USER, Mailer.PASSWORD.toCharArray());
    }

    private static DeviceId enrolled(Mailer office) {
        var enrolled = office.desk().enrol(Mailer.USER, Mailer.PASSWORD.toCharArray());
        return assertInstanceOf(SigningOn.Done.class, enrolled).session().device();
    }

    private static Purchase.Charged charged(Mailer office, int count) {
        var letters = office.letters(count, Stock.ENVELOPE_10);
        return assertInstanceOf(Purchase.Charged.class, office.desk().buy(letters));
    }

    private static List<Bytes> symbols(Purchase.Charged charged) {
        return charged.pieces().stream().map(piece -> piece.indicium().bytes()).toList();
    }

    private static Postage spent(int letters) {
        return Postage.ofDollars(100).minus(Postage.ofCents(74L * letters));
    }

    private static VerifiedStatement.Holds statement(Mailer office) {
        return assertInstanceOf(VerifiedStatement.Holds.class, office.desk().statement());
    }

    /// Prints the piece, reads its symbol as a scanner does, and asks the Post's verifier.
    private void assertPrintsGenuine(Mailer office, PaidPiece piece) throws IOException {
        var laidOut = PaidPieceLayout.lay(piece, Resolution.DPI_300);
        var pdf = new ByteArrayOutputStream();
        new PdfRenderer().write(List.of(assertInstanceOf(LaidOut.Fits.class, laidOut).page()), pdf);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            var raster = new PDFRenderer(document).renderImageWithDPI(0, Resolution.DPI_300.dpi());
            Bytes symbol = new SymbolReader().read(raster).orThrow();
            assertEquals(piece.indicium().bytes(), symbol);
            var keys = office.desk().verificationKeys().orElseThrow();
            assertInstanceOf(dataCenter.honestVerdict(), new IndiciumVerifier(keys).verify(symbol));
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder).reversed()) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    /// The folder and all below it, each before what is in it.
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
