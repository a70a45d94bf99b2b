package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Immediate;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

class OfficeTest {

    private static final UUID ANY = new UUID(0, 0);

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate(App.NOW);

    @BeforeEach
    void somebodyIsSignedOn() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.purchases.addAll(Paid.aMonth());
    }

    @Test
    void homeShowsWhatWaitsAndTheNewestPieces() {
        desk.purchases.add(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));
        desk.balance = new Asked.Given<>(Paid.balance("87.26", "0.74"));
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("Paid but not printed: Okafor Dental Group, Ithaca NY"));
            assertTrue(app.shows("checking $0.74"));
            assertTrue(app.shows("116 letters"), "what is set aside is not spent twice");
            app.photographAll("home-waiting");

            app.pressNamed("Check now");
            assertFalse(app.shows("Checking $0.74 since"));

            desk.balance = new Asked.NotGiven<>(new Refusal.Offline());
            app.robot().push(KeyCode.F5);
            assertTrue(app.shows("as of 09:14"));
            assertTrue(app.shows("This computer is offline"));
            app.photograph("home-offline-light");
        }
    }

    @Test
    void addsFundsOnceHoweverOftenItIsPressed() {
        desk.fundings.addAll(
                List.of(
                        new Funding.NotTaken(
                                ANY,
                                new Refusal.Said(
                                        Problem.of(
                                                ProblemType.PAYMENT_DECLINED,
                                                "The specimen card was declined.",
                                                ""))),
                        new Funding.Checking(ANY, Postage.ofDollars(100), App.NOW, Doubt.NO_ANSWER),
                        new Funding.Added(
                                ANY, Postage.ofDollars(100), Paid.receipt(App.NOW, "187.26", 82))));
        try (var app = App.open(desk, time)) {
            app.pressNamed("Add funds");
            assertTrue(app.isFocused("#amount"), "money is not spent by a stray Enter");
            app.photographAll("funds");

            app.robot().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertTrue(app.shows("Nothing was taken."));
            app.photograph("funds-refused-light");

            app.pressNamed("$100.00");
            app.press("#main");
            app.press("#main");
            assertTrue(app.shows("We are checking whether $100.00 was taken."));
            assertEquals(2, desk.refills.size());
            app.photograph("funds-checking-light");

            app.does(() -> time.pass(Duration.ofSeconds(5)));
            assertTrue(app.shows("$100.00 was added."));
            assertTrue(app.shows("New balance $187.26. Receipt 82 is kept."));
            app.photograph("funds-added-light");
            app.robot().push(KeyCode.ESCAPE);
            assertFalse(app.shows("New balance"));
        }
        assertEquals(
                "check refill " + desk.refills.getLast().id(),
                desk.asked.getFirst(),
                "the same refill is asked for again");
    }

    @Test
    void offersToPrintWhatACrashLeftUnprinted() {
        desk.unprinted = List.of(unprinted());
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("One piece is paid but not printed"));
            assertTrue(app.isFocused("#print"));
            app.photographAll("crash-recovery");

            desk.rooms.getFirst().printing = new Printing.NotOut("The disk is full.");
            app.press("#print");
            assertTrue(app.shows("The piece is paid and not printed yet."));
            app.photograph("crash-stopped-light");
            assertEquals(List.of(), desk.printed);

            desk.rooms.getFirst().printing = new Printing.Out("a file");
            app.press("#print");
            assertEquals(List.of(unprinted().id()), desk.printed);
        }
    }

    @Test
    void severalUnprintedPiecesAreChosenOneByOneAndClosingVoidsNothing() {
        var pieces =
                desk.purchases.stream()
                        .limit(3)
                        .map(purchase ->
                                assertInstanceOf(Purchase.Charged.class, purchase)
                                        .pieces()
                                        .getFirst())
                        .toList();
        desk.unprinted = pieces;
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("3 pieces are paid but not printed"));
            app.photograph("crash-many-light");
            app.robot().push(KeyCode.ESCAPE);

            assertFalse(app.shows("3 pieces are paid"));
            assertEquals(List.of(), desk.printed);
        }
    }

    @Test
    void theKeyboardReachesEveryPartAndADialogueKeepsTheFocus() {
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.F6);
            assertTrue(app.scene().getFocusOwner().getStyleClass().contains("task"));

            app.pressNamed("Add funds");
            for (int i = 0; i < 8; i++) {
                app.robot().push(KeyCode.TAB);
                assertFalse(app.scene().getFocusOwner().getStyleClass().contains("task"));
            }
        }
    }

    @Test
    void helpSaysWhatTheWindowIsForAndItsKeys() {
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.F1);
            assertTrue(app.shows("What waits for you"));
            assertTrue(app.shows("Print a void sample"));
            app.photograph("help-light");
            app.robot().push(KeyCode.ESCAPE);
            assertFalse(app.shows("What waits for you, what"));
        }
    }

    @Test
    void stopsInWordsWhenTheFolderCannotBeUsed() {
        desk.beginning = new Beginning.Stopped("Franklin is already open for this mailer.");
        try (var app = App.open(desk, time)) {
            assertTrue(app.shows("Franklin cannot go on"));
            app.photograph("stopped-light");
        }
    }

    private PaidPiece unprinted() {
        return assertInstanceOf(Purchase.Charged.class, desk.purchases.getFirst())
                .pieces()
                .getFirst();
    }
}
