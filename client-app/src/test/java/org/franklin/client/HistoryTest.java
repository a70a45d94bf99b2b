package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Immediate;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// The history in its shell: what is listed, found, printed again and proven.
class HistoryTest {

    private final FakeDesk desk = new FakeDesk();
    private final OneMeter meter = new OneMeter();
    private final Immediate time = new Immediate(App.NOW);

    @BeforeEach
    void somebodyIsSignedOn() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        desk.keys = Optional.of(meter.keys());
    }

    @Test
    void listsEveryPieceWithItsLife() {
        month();
        try (var app = open()) {
            assertTrue(app.shows("Every piece of this meter, on every computer"));
            assertTrue(app.shows("Dana Whitfield"));
            assertTrue(app.shows("ZIP 14850"), "paid from another computer");
            assertTrue(app.shows("14 pieces, $17.11"));
            assertTrue(app.shows("14 pieces at this meter; every receipt follows"));
            choose(app, "Marisol Vega");
            assertTrue(app.shows("12 Spruce St, Taos NM 87571"));
            assertTrue(app.shows("Certified Mail"));
            assertTrue(app.shows("Charged $6.04"));
            assertTrue(app.shows("Printed again, same piece"));
            assertTrue(app.shows("Seen by the Post"));
            app.photographAll("history");

            choose(app, "14850-1234");
            assertTrue(app.shows("Paid from computer 2; the address is kept there"));
            assertFalse(app.find("#print-now").isVisible());
            assertFalse(app.find("#print-again").isVisible());
            app.photograph("history-elsewhere-light");
        }
    }

    @Test
    void findsByWordsMonthAndState() {
        month();
        try (var app = open()) {
            app.type("#search", "vega taos");
            assertEquals(1, rows(app));
            assertTrue(app.shows("1 of 14 pieces, $6.04"));
            app.photograph("history-found-light");

            app.type("#search", "nobody");
            assertTrue(app.shows("No piece fits “nobody”."));
            app.photographAll("history-none-fits");
            app.press("#clear");
            assertEquals(14, rows(app));
            assertTrue(app.isFocused("#search"));

            app.does(() -> menu(app, "#states", "Not printed yet"));
            assertEquals(1, rows(app));
            app.does(() -> menu(app, "#months", "October 2026"));
            assertTrue(app.shows("No piece fits this month and state."));
            app.does(() -> menu(app, "#states", "All states"));
            assertEquals(1, rows(app));
            assertTrue(app.shows("Juniper Legal Aid"));
        }
    }

    @Test
    void saysThatNothingIsThereYet() {
        try (var app = open()) {
            assertTrue(app.shows("Every piece you print stands here."));
            app.photographAll("history-none");
        }
    }

    @Test
    void printsTheIdenticalPieceAgainForAReason() {
        month();
        try (var app = open()) {
            choose(app, "Hilo Bay Books");
            app.press("#print-again");
            assertTrue(app.shows("Same postage, same number. Mail only one copy."));
            assertTrue(app.isFocused("#reason-paper_jam"));
            assertTrue(app.find("#print").isDisabled(), "a reason is asked first");
            app.photographAll("history-print-again");

            desk.rooms.getFirst().printing = new Printing.NotOut("Office laser is out of paper.");
            app.does(() -> ((RadioButton) app.find("#reason-paper_jam")).setSelected(true));
            app.press("#print");
            assertTrue(app.shows("The piece was not printed again."));
            assertTrue(app.shows("Office laser is out of paper. Printing it costs nothing."));
            app.photograph("history-print-again-stopped-light");
            assertEquals(List.of(), desk.printed);

            desk.rooms.getFirst().printing = new Printing.Out("Office laser");
            app.does(() -> ((RadioButton) app.find("#reason-other")).setSelected(true));
            assertTrue(app.find("#print").isDisabled());
            app.type("#words", "Coffee on it");
            app.photograph("history-print-again-other-light");
            app.press("#print");
            assertTrue(app.shows("Printed again. Nothing was charged for it."));
            app.photograph("history-printed-again-light");
            app.press("#print");
            assertTrue(app.shows("Reason: Coffee on it."));
            assertEquals(1, desk.printed.size());
        }
    }

    @Test
    void printsWhatIsPaidAndUnprintedWithoutAQuestion() {
        month();
        try (var app = open()) {
            choose(app, "Okafor Dental Group");
            app.photograph("history-unprinted-light");
            desk.rooms.getFirst().printing = new Printing.NotOut("Office laser is out of paper.");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertTrue(app.shows("The piece is paid and not printed yet."));
            app.photograph("history-stopped-light");

            desk.rooms.getFirst().printing = new Printing.Out("Office laser");
            app.press("#print-now");
            assertTrue(app.shows("Printed on Office laser"));
            assertTrue(app.shows("Printed. Nothing was charged for it."));
            assertTrue(app.find("#print-again").isVisible());
            assertFalse(app.find("#print-now").isVisible());
        }
    }

    @Test
    void saysWhyAPieceWhoseAddressIsLostCannotBePrinted() {
        var bought =
                meter.buy(
                        1,
                        Order.letter("2026-11-20T16:03:00Z", Paid.address("A", "B", "NY", "12207")),
                        0);
        var piece = bought.pieces().getFirst();
        var lost =
                new PaidPiece(piece.id(), piece.indicium(), new PrintPlan.Forgotten(), List.of());
        desk.purchases.add(
                new Purchase.Charged(
                        bought.draft(), List.of(lost), bought.amount(), bought.receipt()));
        try (var app = open()) {
            assertTrue(app.shows("ZIP 12207"));
            assertTrue(app.shows("its address was lost with this computer's files"));
            assertFalse(app.find("#print-now").isVisible());
            app.photograph("history-forgotten-light");
        }
    }

    @Test
    void showsAReceiptInWordsAndOnlyWhatWasChecked() {
        month();
        try (var app = open()) {
            choose(app, "Marisol Vega");
            app.press("#receipt");
            assertTrue(app.shows("Genuine receipt"));
            assertTrue(app.shows("next in the history of the meter"));
            assertTrue(app.shows("Follows receipt"));
            app.photographAll("history-receipt");
            app.press("#copy");
            app.does(() ->
                    assertTrue(
                            Clipboard.getSystemClipboard()
                                    .getString()
                                    .contains("Charged: $6.04 (checked)")));
            app.robot().push(KeyCode.ESCAPE);

            desk.statement = new VerifiedStatement.NotRead(new Refusal.Offline());
            app.robot().push(KeyCode.F5);
            assertTrue(app.shows("Pieces of other computers are not shown. This computer is"));
            app.photograph("history-offline-light");
            app.press("#receipt");
            assertTrue(app.shows("The history of the meter was not checked with it."));
            assertTrue(app.shows("The history is not at hand"));
            app.photograph("history-receipt-offline-light");
        }
    }

    @Test
    void verifiesAPieceAgainstTheKeptKeys() {
        month();
        try (var app = open()) {
            choose(app, "Marisol Vega");
            app.press("#verify");
            assertTrue(app.shows("Genuine specimen"));
            assertTrue(app.shows("as they came on Nov 23, 08:00"));
            app.photographAll("history-verify");
            app.robot().push(KeyCode.ESCAPE);

            desk.keys = Optional.empty();
            app.press("#verify");
            assertTrue(app.shows("This cannot be checked yet."));
            assertFalse(app.shows("What it says"));
            app.photograph("history-verify-no-keys-light");
        }
    }

    @Test
    void givesNoFieldOfAnAlteredPieceATick() {
        var bought =
                meter.buy(
                        1,
                        Order.letter(
                                "2026-11-20T16:03:00Z",
                                Paid.address("Dana Whitfield", "Portland", "OR", "97201")),
                        1);
        var piece = bought.pieces().getFirst();
        var dearer =
                new PaidPiece(
                        piece.id(),
                        new EcdsaIndicium(
                                dearer(piece.indicium().indicium()),
                                ((EcdsaIndicium) piece.indicium()).signature()),
                        piece.plan(),
                        piece.printouts());
        desk.purchases.add(
                new Purchase.Charged(
                        bought.draft(), List.of(dearer), bought.amount(), bought.receipt()));
        try (var app = open()) {
            app.press("#verify");
            assertTrue(app.shows("Altered: do not accept"));
            assertTrue(app.shows("What it claims"));
            assertFalse(app.shows("What it says"));
            assertTrue(app.shows("Does not fit the data"));
            app.photographAll("history-verify-altered");
            app.robot().push(KeyCode.ESCAPE);

            app.press("#receipt");
            assertTrue(app.shows("This receipt does not hold."));
            assertTrue(app.shows("The receipt is for something else"));
            app.photograph("history-receipt-wrong-light");
        }
    }

    @Test
    void warnsWhenTheMetersHistoryDoesNotHold() {
        month();
        desk.statement =
                new VerifiedStatement.Broken(7, "the receipt does not follow the one before");
        try (var app = open()) {
            assertTrue(app.shows("The history of this meter does not hold."));
            assertTrue(app.shows("At receipt 7: the receipt does not follow the one before."));
            assertTrue(app.shows("Dana Whitfield"), "what is kept here stays listed");
            assertFalse(app.shows("ZIP 14850"), "and nothing else is believed");
            app.photographAll("history-broken");
        }
    }

    @Test
    void asksAgainForADraftInDoubt() {
        month();
        desk.purchases.addFirst(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));
        try (var app = open()) {
            assertTrue(app.shows("$0.74 is being checked"));
            assertTrue(app.shows("Being checked"));
            app.does(() -> ((TableView<?>) app.find(".table-view")).getSelectionModel().select(1));
            assertTrue(app.shows("Franklin asks again with the same request"));
            app.photographAll("history-checking");
            app.press("#check");
            assertFalse(app.shows("$0.74 is being checked"));
            assertEquals(14, rows(app));
            assertTrue(desk.asked.getLast().startsWith("check "));
        }
    }

    @Test
    void everythingIsReachedByKeys() {
        month();
        try (var app = open()) {
            app.does(() -> app.find(".table-view").requestFocus());
            app.robot().push(KeyCode.DOWN);
            assertTrue(app.shows("12 Spruce St, Ithaca NY 14850"));
            app.robot().push(KeyCode.SHORTCUT, KeyCode.C);
            app.does(() ->
                    assertEquals(
                            "Nov 20, 2026, 16:52\tOkafor Dental Group\t12 Spruce St, Ithaca NY"
                                    + " 14850\t$0.74\tNot printed yet\t13",
                            Clipboard.getSystemClipboard().getString()));
            app.robot().push(KeyCode.ENTER);
            assertTrue(app.isFocused("#print-now"));
            app.robot().push(KeyCode.ESCAPE);
            assertTrue(app.isFocused("#search"));
        }
    }

    @Test
    void homeLeadsToAllPieces() {
        month();
        try (var app = App.open(desk, time)) {
            app.pressNamed("All pieces");
            assertTrue(app.shows("Every piece of this meter, on every computer"));
        }
    }

    private App open() {
        var app = App.open(desk, time);
        app.pressNamed("History");
        return app;
    }

    private static int rows(App app) {
        return ((TableView<?>) app.find(".table-view")).getItems().size();
    }

    private static void choose(App app, String name) {
        app.type("#search", name);
        assertEquals(1, rows(app));
        app.type("#search", "");
    }

    private static void menu(App app, String selector, String item) {
        ((MenuButton) app.find(selector))
                .getItems().stream()
                        .filter(each -> each.getText().equals(item))
                        .findFirst()
                        .orElseThrow()
                        .fire();
    }

    private static Indicium dearer(Indicium indicium) {
        return new Indicium(
                indicium.serial(),
                indicium.ascending(),
                Postage.parse("7.40"),
                indicium.mailingDate(),
                indicium.weight(),
                indicium.pieceCount(),
                indicium.mailClass(),
                indicium.category(),
                indicium.certificate(),
                indicium.destination(),
                indicium.origin(),
                indicium.flags(),
                indicium.services());
    }

    /// What two computers of the meter bought, as the drawing shows it.
    private void month() {
        here("2026-10-13T19:11:00Z", "Juniper Legal Aid", "Provo", "UT", "84601", "0.74", 1);
        here("2026-11-13T20:12:00Z", "Dana Whitfield", "Portland", "OR", "97201-4418", "0.74", 1);
        here("2026-11-16T14:02:00Z", "Taos Weavers Guild", "Taos", "NM", "87571", "0.74", 1);
        here("2026-11-16T21:47:00Z", "Lindqvist Legal", "Albany", "NY", "12207", "0.74", 1);
        here("2026-11-17T14:30:00Z", "Corinne Abbott", "Dover", "DE", "19901", "0.74", 1);
        here("2026-11-17T19:08:00Z", "Pell & Sons Roofing", "Salem", "OR", "97301", "1.03", 1);
        here("2026-11-18T15:20:00Z", "Aasen Marine Supply", "Homer", "AK", "99603", "0.74", 1);
        here("2026-11-18T15:21:00Z", "Hilo Bay Books", "Hilo", "HI", "96720", "1.90", 1);
        here("2026-11-19T20:40:00Z", "Bluebird Preschool", "Boise", "ID", "83702", "0.74", 1);
        certified();
        elsewhere("2026-11-20T18:30:00Z", "14850-1234");
        here("2026-11-20T21:40:00Z", "Wren & Daughters", "Macon", "GA", "31201", "0.74", 1);
        here("2026-11-20T21:52:00Z", "Okafor Dental Group", "Ithaca", "NY", "14850", "0.74", 0);
        here("2026-11-23T14:14:00Z", "Dana Whitfield", "Portland", "OR", "97201-4418", "0.74", 1);
        desk.statement = meter.statement();
    }

    private void certified() {
        var order =
                new Order(
                        "2026-11-20T16:03:18Z",
                        Paid.address("Marisol Vega", "Taos", "NM", "87571-0412"),
                        List.of(ExtraService.CERTIFIED_MAIL),
                        "6.04",
                        1);
        var bought = meter.buy(1, order, 1);
        var id = bought.pieces().getFirst().id();
        desk.purchases.addFirst(
                assertInstanceOf(
                        Purchase.Charged.class,
                        Paid.printed(bought, id, "Office laser", "Paper jam")));
    }

    private void here(
            String time,
            String name,
            String city,
            String state,
            String zip,
            String price,
            int printed) {
        var order = new Order(time, Paid.address(name, city, state, zip), List.of(), price, 1);
        desk.purchases.addFirst(meter.buy(1, order, printed));
    }

    private void elsewhere(String time, String zip) {
        meter.buy(2, Order.letter(time, Paid.address("Not told", "Ithaca", "NY", zip)), 1);
    }
}
