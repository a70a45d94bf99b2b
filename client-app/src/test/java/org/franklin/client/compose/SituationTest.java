package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.Paid;
import org.franklin.client.compose.form.Filled;
import org.franklin.client.compose.payment.Price;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.compose.preview.Picture;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of the button and its states, row by row.
class SituationTest {

    private static final Postage PRICE = Postage.parse("0.74");
    private static final Filled WRITTEN = new Filled.Complete(Samples.piece(), Paid.plan());
    private static final Price QUOTED = new Price.Quoted(Samples.quote("0.74"));
    private static final Stage OPEN = new Stage.Open();
    private static final Stage.Checking CHECKING =
            new Stage.Checking(PRICE, Instant.parse("2026-11-23T14:14:02Z"), 1, Doubt.NO_ANSWER, 5);

    private final Sentences sentences = new Sentences();

    @Test
    void whileSomethingIsMissingThereIsNothingToPress() {
        var now =
                new Situation(
                        OPEN, new Filled.Lacking("to.street", ""), none(), QUOTED, rich(), true);

        shows(new Face.Disabled("Print postage"), "sample", now);
        assertEquals("Add a street to the address it goes to.", sentences.hint(now));
    }

    @Test
    void aPieceThatDoesNotFitItsPaperIsNotPaidFor() {
        var now =
                new Situation(
                        OPEN, WRITTEN, new Picture.DoesNotFit("Join two."), QUOTED, rich(), true);

        shows(new Face.Disabled("Print postage"), "sample", now);
        assertEquals("Join two.", sentences.hint(now));
    }

    @Test
    void aPieceThatCannotBeMailedSaysWhatToChange() {
        var now = at(OPEN, new Price.NotMailable("A postcard weighs at most 1 oz."));

        shows(new Face.Disabled("Print postage"), "sample", now);
        assertEquals("A postcard weighs at most 1 oz.", sentences.hint(now));
    }

    @Test
    void withoutAPrinterNothingIsPaidFor() {
        var now = new Situation(OPEN, WRITTEN, none(), QUOTED, rich(), false);

        shows(new Face.Disabled("Print postage"), "sample", now);
        assertEquals("Franklin looks for printers.", sentences.hint(now));
    }

    @Test
    void beforeTheFirstPriceItSaysThatThePriceIsNotKnown() {
        var now = at(OPEN, new Price.Unknown());

        shows(new Face.Disabled("Print postage"), "sample", now);
        assertEquals("The price is not known yet.", sentences.hint(now));
    }

    @Test
    void whileThePriceIsAskedForTheButtonIsBusy() {
        shows(new Face.Busy("Pricing…"), "sample", at(OPEN, new Price.Asking(Optional.empty())));
    }

    @Test
    void readyItSaysThePrice() {
        shows(new Face.Ready("_Print postage – $0.74"), "sample", at(OPEN, QUOTED));
    }

    @Test
    void anAccountThatIsNotKnownKeepsNobodyFromPaying() {
        var now = new Situation(OPEN, WRITTEN, none(), QUOTED, Optional.empty(), true);

        assertEquals(new Offer.Pay(PRICE), now.offer());
    }

    @Test
    void theLastCentIsEnoughAndAMillLessIsNot() {
        assertEquals(new Offer.Pay(PRICE), holding("0.74", OPEN).offer());

        var now = holding("0.739", OPEN);
        shows(new Face.Ready("Add $50.00 and _print"), "sample", now);
        assertEquals(
                "You were not charged.",
                sentences.notice(now, Optional.empty()).orElseThrow().title());
    }

    @Test
    void whereTheMeterHeldTooLittleTheBalanceDecidesOnceItIsKnown() {
        Stage refused =
                new Stage.NotCharged(new Refusal.InsufficientFunds(PRICE, "It holds $0.70."));

        var unknown = new Situation(refused, WRITTEN, none(), QUOTED, Optional.empty(), true);
        assertEquals(new Offer.AddAndPay(Postage.ofDollars(50)), unknown.offer());
        assertInstanceOf(Offer.AddAndPay.class, holding("0.70", refused).offer());
        assertEquals(new Offer.Pay(PRICE), holding("50.70", refused).offer(), "funds were added");
    }

    @Test
    void offlineSaysThatNothingWasCharged() {
        var now = at(OPEN, new Price.NotKnown(new Refusal.Offline()));

        shows(new Face.Disabled("Print postage"), "sample", now);
        var said = sentences.notice(now, Optional.empty()).orElseThrow();
        assertEquals("Nothing was charged.", said.title());
        assertEquals(List.of(Said.Deed.TRY_AGAIN), said.deeds());
    }

    static Stream<Stage> openStages() {
        return Samples.of(Stage.class).stream().filter(Stage::isOpen);
    }

    @ParameterizedTest
    @MethodSource("openStages")
    void whereNothingWasChargedThePieceCanBePaidForAgain(Stage stage) {
        var offer = new Situation(stage, WRITTEN, none(), QUOTED, rich(), true).offer();

        assertEquals(new Offer.Pay(PRICE), offer);
    }

    @Test
    void fromTheClickToThePageItSaysWhatIsBeingDone() {
        var paid = Samples.paid();
        shows(new Face.Busy("Adding funds…"), "new.piece", at(new Stage.Adding(PRICE)));
        shows(new Face.Busy("Reserving…"), "new.piece", at(new Stage.Reserving(PRICE)));
        shows(new Face.Busy("Signing…"), "new.piece", at(new Stage.Signing(PRICE)));
        shows(new Face.Busy("Printing…"), "new.piece", at(new Stage.Printing(paid, "Laser")));
        shows(new Face.Done("Printed"), "again", at(new Stage.Printed(paid, "Laser", false)));
        shows(new Face.Onward("_New piece"), "again", at(new Stage.Printed(paid, "Laser", true)));
    }

    @Test
    void inDoubtItSaysWhatIsBeingChecked() {
        shows(new Face.Busy("Checking – $0.74"), "new.piece", at(CHECKING));
        shows(new Face.Busy("Checking – $0.74"), "new.piece", at(new Stage.Asking(CHECKING)));
        shows(
                new Face.Busy("Checking – $0.74"),
                "new.piece",
                at(new Stage.FundsInDoubt(PRICE, Doubt.NO_ANSWER, 5)));
    }

    @Test
    void whatIsPaidIsPrintedWithoutACharge() {
        var paid = Samples.paid();
        for (Stage stage : List.of(new Stage.Found(paid), new Stage.Unprinted(paid, "No paper."))) {
            shows(new Face.Ready("_Print it now, no charge"), "later", at(stage));
        }
    }

    /// Whatever is written, priced or held: a stage that is not open offers nothing that costs.
    @Test
    void nothingIsOfferedForMoneyOnceMoneyMayBeUnderWay() {
        for (Stage stage : Samples.of(Stage.class)) {
            for (var available : List.of(rich(), Optional.of(Postage.ZERO))) {
                var offer = new Situation(stage, WRITTEN, none(), QUOTED, available, true).offer();
                boolean costs = offer instanceof Offer.Pay || offer instanceof Offer.AddAndPay;
                assertEquals(stage.isOpen(), costs, stage.toString());
            }
        }
    }

    private void shows(Face face, String beside, Situation now) {
        assertEquals(face, sentences.face(now.offer()));
        assertEquals(beside, sentences.beside(now.offer()));
    }

    private static Situation at(Stage stage) {
        return at(stage, QUOTED);
    }

    private static Situation at(Stage stage, Price price) {
        return new Situation(stage, WRITTEN, none(), price, rich(), true);
    }

    private static Situation holding(String balance, Stage stage) {
        return new Situation(
                stage, WRITTEN, none(), QUOTED, Optional.of(Postage.parse(balance)), true);
    }

    private static Optional<Postage> rich() {
        return Optional.of(Postage.parse("87.26"));
    }

    private static Picture none() {
        return new Picture.None();
    }
}
