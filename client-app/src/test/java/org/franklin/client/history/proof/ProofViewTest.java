package org.franklin.client.history.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.franklin.client.App;
import org.franklin.client.OneMeter;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.history.proof.Check.Thing;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Theme;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of each verdict and each receipt, and what may be copied.
class ProofViewTest {

    private static final OneMeter METER = new OneMeter();
    private static final Purchase.Charged BOUGHT =
            METER.buy(
                    1,
                    new Order(
                            "2026-11-20T16:03:00Z",
                            Paid.address("Dana Whitfield", "Portland", "OR", "97201-4418"),
                            List.of(),
                            "0.74",
                            2),
                    1);
    private static final Indicium SAYS = BOUGHT.pieces().getFirst().indicium().indicium();
    private static final Dates DATES = new Dates(App.CLOCK.getZone());

    private final FxRobot robot = new FxRobot();
    private boolean isClosed;

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    /// A verdict, its title, and whether what the indicium says is proven.
    record Case(Verdict verdict, String title, boolean isProven) {}

    static Stream<Case> verdicts() {
        return Stream.of(
                new Case(new Verdict.GenuineSpecimen(SAYS), "Genuine specimen", true),
                new Case(new Verdict.Altered(SAYS), "Altered: do not accept", false),
                new Case(new Verdict.TokensUnchecked(SAYS), "Not proven here", false),
                new Case(new Verdict.NotAnIndicium("a reason"), "Cannot be read", false),
                new Case(new Verdict.UnknownCertificate(SAYS), "Not proven", false),
                new Case(new Verdict.BadCertificate(SAYS, "a reason"), "Not ours", false),
                new Case(new Verdict.WrongMeter(SAYS), "Not ours", false),
                new Case(new Verdict.WrongDate(SAYS), "Wrong date: do not accept", false));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aVerdictIsSaidInOneTitleAndOnlyAGenuineOneProvesTheFields(Case of)
            throws TimeoutException {
        var given =
                new IndiciumProof.Given(
                        of.verdict(),
                        SAYS,
                        List.of(new Check(Thing.FORM, Finding.HOLDS, "109")),
                        OneMeter.KEYS_TIME);
        show(() -> new IndiciumView(given, DATES, () -> isClosed = true));

        assertTrue(text().contains(of.title()));
        assertEquals(of.isProven(), text().contains("What it says"));
        assertEquals(!of.isProven(), text().contains("What it claims"));
        String copied = copied();
        assertTrue(copied.startsWith(of.title()));
        assertTrue(copied.contains("as they came on Nov 23, 08:00"));
        assertEquals(of.isProven(), copied.contains("Postage: $0.74 (checked)"));
        assertEquals(!of.isProven(), copied.contains("Postage: $0.74 (not proven)"));
        press("#close");
        assertTrue(isClosed);
    }

    @ParameterizedTest
    @EnumSource(Thing.class)
    void everyCheckHasWordsForEachFinding(Thing thing) throws TimeoutException {
        for (Finding finding : Finding.values()) {
            var check = new Check(thing, finding, "77");
            var given =
                    new IndiciumProof.Given(
                            new Verdict.Altered(SAYS), SAYS, List.of(check), OneMeter.KEYS_TIME);
            show(() -> new IndiciumView(given, DATES, () -> {}));
            assertFalse(text().contains("{0}"));
        }
    }

    @Test
    void aReceiptForSeveralPiecesSaysSo() throws TimeoutException {
        var proof =
                ReceiptProof.of(piece(), Chain.of(METER.statement()))
                        .checkedWith(METER.keys().keys());
        show(() -> new ReceiptView(proof, DATES, () -> isClosed = true));

        assertTrue(text().contains("Genuine receipt"));
        assertTrue(text().contains("$1.48 for 2 pieces"));
        assertTrue(text().contains("Fri, Nov 20, 2026, 11:03:00"));
        assertTrue(text().contains("Computer 1, request 2"));
        String copied = copied();
        assertTrue(copied.startsWith("Receipt 2\n"));
        assertTrue(copied.contains("Receipt before: Follows receipt 1 (checked)"));
        assertTrue(text().contains("Copied"));
    }

    @Test
    void withoutKeysAReceiptOnlyClaims() throws TimeoutException {
        var proof = ReceiptProof.of(piece(), new Chain.Unread());
        show(() -> new ReceiptView(proof, DATES, () -> {}));

        assertTrue(text().contains("This cannot be checked yet."));
        assertFalse(text().contains("Genuine"));
        assertTrue(copied().contains("Charged: $1.48 for 2 pieces (not proven)"));
    }

    @Test
    void aReceiptOfAnotherPostDoesNotHold() throws TimeoutException {
        var proof =
                ReceiptProof.of(piece(), Chain.of(METER.statement()))
                        .checkedWith(new OneMeter().keys().keys());
        show(() -> new ReceiptView(proof, DATES, () -> {}));

        assertTrue(text().contains("This receipt does not hold."));
        assertTrue(text().contains("Does not fit a certified key"));
        assertFalse(text().contains("Genuine"));
    }

    private static Entry.Here piece() {
        return new Entry.Here(BOUGHT.pieces().getFirst(), BOUGHT);
    }

    private void show(Supplier<Region> view) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            stage.setScene(new Scene(view.get(), 800, 700));
            Theme.follow(stage.getScene());
            stage.show();
        });
    }

    private String text() {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private void press(String selector) {
        robot.interact(() -> robot.lookup(selector).queryAs(Button.class).fire());
    }

    private String copied() {
        press("#copy");
        var text = new StringBuilder();
        robot.interact(() -> text.append(Clipboard.getSystemClipboard().getString()));
        return text.toString();
    }
}
