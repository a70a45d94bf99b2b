package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.App;
import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.Stock;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Scripted;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

class ComposeModelTest {

    private static final String DANA = "Dana Whitfield\n2140 SW Harbor St\nPortland, OR 97201";
    private static final String OFFICE = "Franklin Demo Office\n12 Spruce St\nAlbany, NY 12207";
    private static final Postage FIFTY = Postage.ofDollars(50);

    private final FakeDesk desk = new FakeDesk();
    private final Scripted time = new Scripted();
    private final Workplace place = new Workplace(Paid.METER, App.CLOCK, new SplittableRandom(7));
    private final ComposeModel model = new ComposeModel(place, desk, time);

    @Test
    void asksForThePriceAndDrawsThePieceBeforeAnAddressIsWritten() {
        model.begin();
        settle();
        assertInstanceOf(Picture.Drawn.class, picture());
        assertEquals(1, desk.quotes.getFirst());
        int asked = desk.quotes.size();

        model.form().weightProperty().set("2");
        settle();
        model.form().weightProperty().set("3");
        settle();
        assertEquals(asked + 4, desk.quotes.size(), "a price and a menu for each weight");
    }

    @Test
    void thePreviewFollowsTheSenderAndThePaperWhileTheAddressIsMissing() {
        settle();
        var before = picture();
        model.form().from().textProperty().set("Frank");
        settle();
        var named = picture();
        assertNotSame(before, named);

        model.form().stockProperty().set(Stock.LABEL_4X6);
        settle();
        assertEquals(Stock.LABEL_4X6, assertInstanceOf(Picture.Drawn.class, picture()).stock());
    }

    @Test
    void saysBeforePayingWhatDoesNotFitThePaper() {
        write();
        model.form().stockProperty().set(Stock.LABEL_4X6);
        model.form().referenceProperty().set("r".repeat(100));
        settle();

        assertInstanceOf(Picture.DoesNotFit.class, picture());
        assertEquals(new Offer.Missing(), offer());
        model.press();
        assertEquals(new Stage.Open(), stage());
    }

    @Test
    void paysAtThePriceThatTheButtonSays() {
        desk.buying.add(Paid::charged);
        write();
        assertEquals(new Offer.Pay(Postage.parse("0.74")), offer());
        model.press();
        model.press();
        settle();
        model.press();
        settle();

        assertEquals(1, desk.drafts.size());
        assertEquals(model.draft(), desk.drafts.getFirst().id());
        assertEquals(Postage.parse("0.74"), desk.drafts.getFirst().quote().total());
        assertInstanceOf(Stage.Printed.class, stage());
    }

    @Test
    void aClickBeforeTheNewPriceIsThereNeverPaysAnotherOne() {
        write();
        model.form().chosenProperty(ExtraService.CERTIFIED_MAIL).set(true);
        assertEquals(new Offer.Pay(Postage.parse("0.74")), offer());
        model.press();
        settle();

        assertEquals(List.of(), desk.drafts);
        assertInstanceOf(
                Refusal.PriceChanged.class,
                assertInstanceOf(Stage.NotCharged.class, stage()).why());
        assertEquals(new Offer.Pay(Postage.parse("6.04")), offer());
    }

    @Test
    void twoWindowsAreTwoDrafts() {
        var other = new ComposeModel(place, desk, time);

        assertNotEquals(model.draft(), other.draft());
    }

    @Test
    void addsFundsAndPaysWithOneClick() {
        desk.fundings.add(added());
        desk.buying.add(Paid::charged);
        write();
        account("0.70");
        model.press();
        model.press();
        settle();
        model.press();
        settle();

        assertEquals(1, desk.refills.size());
        assertEquals(1, desk.drafts.size());
    }

    @Test
    void whereThePriceIsGoneWhenTheFundsAreThereTheWindowGoesOn() {
        write();
        account("0.70");
        var plain = model.form().weightProperty().get();
        model.form().weightProperty().set("2");
        model.form().weightProperty().set(plain);
        desk.quoting = _ -> new Asked.NotGiven<>(new Refusal.Offline());
        desk.fundings.add(added());
        time.pass(200);
        model.press();
        settle();

        assertEquals(new Stage.Open(), stage(), "it does not add funds for ever");
        desk.quoting = Paid::quoted;
        time.pass(5_000);
        settle();
        assertInstanceOf(Offer.Pay.class, offer(), "and adds none a second time");
    }

    @Test
    void fundsThatWereAddedElsewhereTurnTheButtonBack() {
        desk.buying.add(draft ->
                new Purchase.NotCharged(
                        draft.id(),
                        new Refusal.InsufficientFunds(
                                Postage.parse("0.74"), "The meter holds $0.70.")));
        write();
        account("87.26");
        model.press();
        settle();
        assertEquals(new Offer.AddAndPay(FIFTY), offer(), "what was believed of the meter is over");

        account("50.70");
        assertEquals(new Offer.Pay(Postage.parse("0.74")), offer());
    }

    @Test
    void tryingAgainPaysAgainButAddsNoFunds() {
        var waits = new Refusal.WaitsFor(new DraftId(new UUID(1, 1)));
        desk.buying.add(draft -> new Purchase.NotCharged(draft.id(), waits));
        desk.buying.add(Paid::charged);
        write();
        model.press();
        settle();
        account("0.00");
        assertEquals(new Offer.AddAndPay(FIFTY), offer());
        model.tryAgain();
        settle();
        assertEquals(List.of(), desk.refills);

        account("87.26");
        model.tryAgain();
        settle();
        assertInstanceOf(Stage.Printed.class, stage());
    }

    @Test
    void tryingAgainWithoutAPriceAsksForThePriceAndPaysNothing() {
        desk.quoting = _ -> new Asked.NotGiven<>(new Refusal.Offline());
        write();
        desk.quoting = Paid::quoted;
        model.tryAgain();
        settle();

        assertInstanceOf(Offer.Pay.class, offer());
        assertEquals(List.of(), desk.drafts);
    }

    @Test
    void aSampleIsFreeAndSaidUntilThePieceIsChanged() {
        write();
        model.printSample();
        settle();
        assertEquals(Optional.of(new Printing.Out("Office laser")), model.sampleProperty().get());
        assertEquals(List.of(), desk.drafts);

        model.form().referenceProperty().set("Order 7");
        assertEquals(Optional.empty(), model.sampleProperty().get());
    }

    @Test
    void theFieldsOfAPaidPieceChangeNeitherItsPrintNorItsPlan() {
        desk.buying.add(Paid::charged);
        write();
        model.press();
        model.form().to().textProperty().set("");
        settle();

        assertEquals("97201", desk.drafts.getFirst().plans().getFirst().to().zip().toString());
        assertInstanceOf(Stage.Printed.class, stage());
    }

    @Test
    void remembersWhatWasChosen() {
        desk.buying.add(Paid::charged);
        write();
        model.form().costCodeProperty().set("SALES");
        model.roomProperty().set(Optional.of(desk.rooms.getLast()));
        settle();
        model.press();
        settle();

        assertEquals("Labels", desk.habits.printer());
        assertEquals(List.of("SALES"), desk.habits.costCodes());
        var next = new ComposeModel(place, desk, time);
        next.begin();
        settle();
        assertEquals("Labels", next.roomProperty().get().orElseThrow().name());
        assertTrue(next.form().from().address().isPresent());
        assertFalse(next.form().to().address().isPresent());
    }

    private void write() {
        model.begin();
        model.form().to().textProperty().set(DANA);
        model.form().from().textProperty().set(OFFICE);
        settle();
    }

    /// Lets all that was asked for be answered.
    private void settle() {
        for (int round = 0; round < 4; round++) {
            time.goAll();
            time.pass(200);
        }
    }

    private void account(String balance) {
        model.account(new Asked.Given<>(Paid.balance(balance)));
    }

    private Offer offer() {
        return model.situationBinding().getValue().offer();
    }

    private Stage stage() {
        return model.stageProperty().get();
    }

    private Picture picture() {
        return model.pictureProperty().get();
    }

    private static Funding added() {
        return new Funding.Added(new UUID(0, 0), FIFTY, Paid.receipt(App.NOW, "50.70", 82));
    }
}
