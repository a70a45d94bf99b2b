package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A new piece in the whole program, over a desk that says what a test wants.
class ComposeTest {

    static final String DANA =
            "Dana Whitfield\nWhitfield & Marsh\n2140 SW Harbor St Ste 400\nPortland, OR 97201-4418";
    static final String OFFICE = "Franklin Demo Office\n12 Spruce St\nAlbany, NY 12207";

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate(App.NOW);

    @BeforeEach
    void somebodyIsSignedOn() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.purchases.addAll(Paid.aMonth());
    }

    @Test
    void writesPaysAndPrints() {
        desk.buying.add(Paid::charged);
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            assertTrue(app.isFocused("#to"), "the first thing to write is whom to");
            app.photographAll("compose-empty");
            assertTrue(app.shows("Add the address it goes to."));
            write(app);
            app.photographAll("compose");
            assertTrue(app.shows("Print postage – $0.74"));
            assertTrue(app.shows("$86.52"), "the balance after this piece");

            app.robot().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertTrue(app.shows("You were charged $0.74, once."));
            assertTrue(app.shows("Printed"));
            app.photographAll("compose-printed");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertEquals(1, desk.drafts.size(), "another click pays nothing");

            app.does(() -> time.pass(Duration.ofSeconds(2)));
            app.press("#main");
            assertTrue(app.shows("Add the address it goes to."), "a blank piece");
            assertTrue(app.isFocused("#to"));
            assertTrue(app.shows("Franklin Demo Office, Albany NY 12207"), "the sender is kept");
            app.photograph("compose-next-light");
        }
        assertEquals(List.of("piece-0001042-43243"), desk.rooms.getFirst().titles);
        assertEquals(1, desk.printed.size());
    }

    @Test
    void showsEachStepUntilThePageIsThere() {
        var held = new Held();
        desk.buying.add(Paid::charged);
        try (var app = App.open(desk, held)) {
            app.does(held::releaseAll);
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            app.does(() -> {
                held.releaseAll();
                held.releaseSteps();
                held.releaseAll();
            });
            write(app, held);
            app.press("#main");
            assertTrue(app.shows("Reserving…"));
            app.press("#main");
            app.photographAll("compose-reserving");
            app.does(held::releaseAll);
            assertEquals(1, desk.drafts.size());
            assertTrue(app.shows("Printed"));
        }
    }

    @Test
    void aSampleIsFreeAndNeedsNothing() {
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
            assertTrue(app.shows("Nothing was charged."));
            app.photograph("compose-sample-light");
        }
        assertEquals(List.of("sample"), desk.rooms.getFirst().titles);
        assertEquals(List.of(), desk.drafts);
    }

    @Test
    void aLostAnswerIsCheckedUntilItIsThere() {
        desk.buying.add(draft ->
                new Purchase.Checking(draft.id(), draft.quote().total(), App.NOW, Doubt.NO_ANSWER));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.press("#main");
            assertTrue(app.shows("We are checking whether you were charged."));
            assertTrue(app.shows("Checking – $0.74"));
            app.photographAll("compose-checking");

            desk.checking.add(id -> Paid.charged(desk.drafts.getFirst()));
            app.does(() -> time.pass(Duration.ofSeconds(5)));
            assertTrue(app.shows("The answer is here now. Nothing was charged twice."));
            app.photograph("compose-found-light");
            app.press("#main");
            assertTrue(app.shows("It came out: Office laser."));
        }
        assertEquals(1, desk.printed.size());
    }

    @Test
    void aPrinterThatStopsLosesNothing() {
        desk.buying.add(Paid::charged);
        desk.rooms.getFirst().printing = new Printing.NotOut("Office laser is out of paper.");
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.press("#main");
            assertTrue(app.shows("You were charged $0.74. The piece is not printed yet."));
            assertTrue(app.shows("Office laser is out of paper. Printing it costs nothing more."));
            app.photographAll("compose-unprinted");
            assertEquals(List.of(), desk.printed);

            app.does(() -> ((ComboBox<?>) app.find("#printer")).getSelectionModel().selectLast());
            app.press("#main");
            assertTrue(app.shows("It came out: Labels."));
        }
        assertEquals(1, desk.drafts.size());
        assertEquals(1, desk.printed.size());
    }

    @Test
    void tooLittleMoneyIsAddedByTheSameButton() {
        desk.balance = new Asked.Given<>(Paid.balance("0.70"));
        desk.buying.add(Paid::charged);
        desk.fundings.add(
                new Funding.Added(
                        new UUID(0, 0), Postage.ofDollars(50), Paid.receipt(App.NOW, "50.70", 82)));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            assertTrue(app.shows("You were not charged."));
            assertTrue(app.shows("The piece costs $0.74, the balance is $0.70."));
            app.photographAll("compose-funds");

            app.pressNamed("Add $50.00 and print");
            assertTrue(app.shows("You were charged $0.74, once."));
        }
        assertEquals(Postage.ofDollars(50), desk.refills.getFirst().amount());
    }

    @Test
    void eachReasonHasItsOwnWordsAndItsOwnButton() {
        var reasons =
                List.of(
                        new Refusal.Offline(),
                        new Refusal.DoesNotAnswer(),
                        new Refusal.MeterLocked("Meter ZZ 01 0001042 was locked at 09:14."),
                        new Refusal.NotEnrolled("removed"),
                        new Refusal.WrongDate("Choose a day from Nov 22 to Dec 23."));
        reasons.forEach(why -> desk.buying.add(draft -> new Purchase.NotCharged(draft.id(), why)));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            for (Refusal why : reasons) {
                app.press("#main");
                assertTrue(app.shows("You were not charged."), why.toString());
                app.photograph("compose-refused-" + why.getClass().getSimpleName());
                if (why instanceof Refusal.MeterLocked) {
                    app.press("#details");
                    assertTrue(app.shows("locked at 09:14"), app.text());
                }
            }
            app.type("#to", DANA.replace("Dana", "Donna"));
            assertFalse(app.shows("You were not charged."), "a changed piece is a new question");
        }
    }

    @Test
    void aPriceThatMovedIsShownBeforeItIsPaid() {
        desk.buying.add(draft -> {
            desk.quoting = pieces -> Paid.quotedAt("0.78", pieces);
            var now = Paid.quotedAt("0.78", List.of(draft.quote().pieces().getFirst().piece()));
            return new Purchase.NotCharged(
                    draft.id(), new Refusal.PriceChanged(((Asked.Given<Quote>) now).value()));
        });
        desk.buying.add(Paid::charged);
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.press("#main");
            assertTrue(app.shows("The price is now $0.78."));
            app.pressNamed("Print postage – $0.78");
            assertTrue(app.shows("You were charged $0.78, once."));
        }
    }

    @Test
    void aPieceThatWasLeftAndIsNotChargedIsHeardOfAndKept() {
        desk.buying.add(draft ->
                new Purchase.Checking(draft.id(), draft.quote().total(), App.NOW, Doubt.NO_ANSWER));
        desk.checking.add(id -> new Purchase.NotCharged(id, new Refusal.GivenUp()));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.press("#main");
            app.press("#beside");
            assertTrue(app.shows("Add the address it goes to."), "a blank piece");
            app.type("#to", "Marisol Vega");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT1);

            app.does(() -> time.pass(Duration.ofSeconds(5)));
            assertTrue(app.shows("The piece for Dana Whitfield"));
            assertTrue(app.shows("You were not charged."));
            app.photograph("compose-left-light");
            app.press("#show-left");
            assertTrue(app.shows("Print postage – $0.74"), "all is as it was written");
            assertTrue(((TextArea) app.find("#to")).getText().startsWith("Dana Whitfield"));

            desk.buying.add(Paid::charged);
            app.press("#main");
            app.does(() -> time.pass(Duration.ofSeconds(2)));
            app.press("#main");
            assertEquals(
                    "Marisol Vega",
                    ((TextArea) app.find("#to")).getText(),
                    "the piece that was begun meanwhile comes next");
        }
        assertEquals(
                desk.drafts.getFirst().id(), desk.drafts.getLast().id(), "one wish, one draft");
    }

    @Test
    void aNewPieceAfterAPrintedOneIsBlankAndF5AsksAtOnce() {
        desk.buying.add(Paid::charged);
        desk.buying.add(draft ->
                new Purchase.Checking(draft.id(), draft.quote().total(), App.NOW, Doubt.NO_ANSWER));
        desk.checking.add(id -> Paid.charged(desk.drafts.getLast()));
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.press("#main");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            assertTrue(app.shows("Add the address it goes to."));

            app.type("#to", DANA);
            app.does(() -> time.pass(Duration.ofSeconds(1)));
            app.press("#main");
            app.robot().push(KeyCode.F5);
            assertTrue(app.shows("The answer is here now."));
        }
    }

    @Test
    void offlineSaysSoBeforeAnythingIsAsked() {
        desk.quoting = _ -> new Asked.NotGiven<>(new Refusal.Offline());
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            assertTrue(app.shows("Nothing was charged."));
            app.photographAll("compose-offline");
            assertTrue(app.find("#main").isDisabled());

            desk.quoting = Paid::quoted;
            app.does(() -> time.pass(Duration.ofSeconds(6)));
            assertTrue(app.shows("Print postage – $0.74"), "it asks again by itself");
        }
    }

    @Test
    void anAddressIsWrittenInFieldsJustAsWell() {
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.pressNamed("Use fields");
            app.photographAll("compose-fields");
            app.type("#to-zip", "97202");
            app.does(() -> time.pass(Duration.ofSeconds(1)));
            assertTrue(app.shows("Print postage – $0.74"));
            app.pressNamed("Use one block");
            assertEquals(
                    DANA.replace("97201-4418", "97202"), ((TextArea) app.find("#to")).getText());
        }
    }

    @Test
    void anotherSenderIsWrittenBelowTheRememberedOnes() {
        desk.habits = Habits.NONE.after(Paid.plan(), "Office laser");
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            app.type("#to", DANA);
            app.does(() -> ((ComboBox<?>) app.find("#senders")).getSelectionModel().selectLast());
            assertTrue(app.isFocused("#sender"));
            assertTrue(app.shows("Add your own address under From."));
            app.photograph("compose-sender-light");
        }
    }

    @Test
    void aLabelIsShownAsLarge() {
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            write(app);
            app.does(() -> ((ComboBox<?>) app.find("#stock")).getSelectionModel().selectLast());
            app.does(() -> {
                ((CheckBox) app.find("#RETURN_RECEIPT")).fire();
                ((CheckBox) app.find("#RETURN_RECEIPT_ELECTRONIC")).fire();
                time.pass(Duration.ofSeconds(1));
            });
            assertTrue(((CheckBox) app.find("#CERTIFIED_MAIL")).isSelected());
            assertFalse(((CheckBox) app.find("#RETURN_RECEIPT")).isSelected());
            assertTrue(app.shows("Print postage – $11.34"));
            app.photographAll("compose-label");
        }
    }

    @Test
    void tabGoesFromTheAddressToTheButtonAndTheSenderComesLast() {
        desk.habits = Habits.NONE.after(Paid.plan(), "Office laser");
        try (var app = App.open(desk, time)) {
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            app.type("#to", DANA);
            app.does(() -> time.pass(Duration.ofSeconds(1)));
            var order = new ArrayList<String>();
            for (int i = 0; i < 14; i++) {
                order.add(String.valueOf(app.scene().getFocusOwner().getId()));
                app.robot().push(KeyCode.TAB);
            }
            assertEquals(
                    List.of(
                            "to",
                            "class",
                            "weight",
                            "date",
                            "CERTIFIED_MAIL",
                            "RETURN_RECEIPT",
                            "RETURN_RECEIPT_ELECTRONIC",
                            "stock",
                            "printer",
                            "cost-code",
                            "reference",
                            "beside",
                            "main",
                            "senders"),
                    order);
        }
    }

    private void write(App app) {
        app.type("#to", DANA);
        app.type("#from", OFFICE);
        app.does(() -> time.pass(Duration.ofSeconds(1)));
    }

    private static void write(App app, Held held) {
        app.type("#to", DANA);
        app.type("#from", OFFICE);
        app.does(() -> {
            held.releaseAll();
            held.releaseSteps();
            held.releaseAll();
        });
    }
}
