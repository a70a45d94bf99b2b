package org.franklin.client.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.App;
import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.home.HomeModel.Newest;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class HomeModelTest {

    private final FakeDesk desk = new FakeDesk();
    private final HomeModel model = new HomeModel(desk, new Immediate(), App.CLOCK);

    @Test
    void saysForHowManyLettersTheBalanceIsEnough() {
        model.refresh();
        assertEquals(new Letters.Unknown(), model.lettersProperty().get());

        model.account(new Asked.Given<>(Paid.balance("87.26")));
        assertEquals(new Letters.Known(117, Postage.parse("0.74")), model.lettersProperty().get());
        assertEquals("Specimen bank account", model.methodProperty().get());
    }

    @Test
    void doesNotCountWhatIsSetAside() {
        model.refresh();
        model.account(new Asked.Given<>(Paid.balance("1.48", "0.74")));

        assertEquals(new Letters.Known(1, Postage.parse("0.74")), model.lettersProperty().get());
    }

    @Test
    void keepsTheLastBalanceWhenTheAccountCannotBeRead() {
        model.refresh();
        model.account(new Asked.Given<>(Paid.balance("87.26")));
        model.account(new Asked.NotGiven<>(new Refusal.Offline()));

        assertInstanceOf(Letters.Known.class, model.lettersProperty().get());
    }

    @Test
    void countsNoLettersWithoutAPrice() {
        desk.price = new Asked.NotGiven<>(new Refusal.DoesNotAnswer());
        model.refresh();
        model.account(new Asked.Given<>(Paid.balance("87.26")));

        assertEquals(new Letters.Unknown(), model.lettersProperty().get());
    }

    @Test
    void spendsThisMonthDayByDayAndNoOtherMonth() {
        desk.purchases.addAll(
                List.of(
                        letter("2026-11-23T14:00:00Z"),
                        letter("2026-11-20T16:00:00Z"),
                        letter("2026-11-20T21:00:00Z"),
                        letter("2026-10-31T23:00:00Z"),
                        letter("2025-11-20T16:00:00Z")));
        model.refresh();
        var spending = model.spendingProperty().get();

        assertEquals(23, spending.days().size());
        assertEquals(Postage.parse("0.74"), spending.ofToday());
        assertEquals(Postage.parse("1.48"), spending.days().get(19));
        assertEquals(Postage.parse("2.22"), spending.total());
        assertEquals(Postage.parse("1.48"), spending.highest());
    }

    @Test
    void aDayBeginsAtMidnightOfTheMailer() {
        desk.purchases.add(letter("2026-11-20T04:30:00Z"));
        model.refresh();

        assertEquals(Postage.parse("0.74"), model.spendingProperty().get().days().get(18));
    }

    @Test
    void knowsTheFirstDay() {
        assertEquals(new Newest.Unknown(), model.newestProperty().get());
        model.refresh();

        assertEquals(new Newest.None(), model.newestProperty().get());
    }

    @Test
    void listsThePiecesInTheirStates() {
        desk.purchases.addAll(Paid.aMonth());
        desk.purchases.addFirst(
                new Purchase.NotCharged(new DraftId(new UUID(9, 9)), new Refusal.GivenUp()));
        model.refresh();
        var rows = assertInstanceOf(Newest.Pieces.class, model.newestProperty().get()).rows();

        assertEquals(6, rows.size());
        assertEquals(
                new PieceRow(
                        Instant.parse("2026-11-20T16:03:00Z"),
                        "Marisol Vega, Taos NM",
                        "Letter, Certified Mail",
                        Postage.parse("6.04"),
                        PieceState.PRINTED_AGAIN),
                rows.get(1));
        assertEquals(PieceState.NOT_PRINTED, rows.get(0).state());
        assertEquals(PieceState.PRINTED, rows.get(2).state());
        assertEquals("Large envelope, 2 oz", rows.get(3).what());
    }

    @Test
    void unprintedPiecesWaitBeforeThoseInDoubt() {
        desk.purchases.add(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));
        desk.purchases.addAll(Paid.aMonth());
        model.refresh();
        model.account(new Asked.Given<>(Paid.balance("2.22")));
        var waiting = model.waitingProperty().get();

        assertInstanceOf(Waiting.Unprinted.class, waiting.get(0));
        assertInstanceOf(Waiting.InDoubt.class, waiting.get(1));
        assertEquals(new Waiting.LowBalance(3), waiting.get(2));
        assertEquals(2, model.firstWaiting().size());
    }

    @Test
    void aPostponedPieceIsStillListedAndNoLongerWaits() {
        desk.purchases.addAll(Paid.aMonth());
        model.refresh();
        model.postpone(unprinted().id());

        assertEquals(List.of(), model.waitingProperty().get());
        var rows = assertInstanceOf(Newest.Pieces.class, model.newestProperty().get()).rows();
        assertEquals(PieceState.NOT_PRINTED, rows.getFirst().state());
    }

    @Test
    void checkingAsksForTheDraftAndShowsWhatCameOfIt() {
        var inDoubt = Paid.inDoubt("2026-11-23T14:10:00Z", "0.74");
        desk.purchases.add(inDoubt);
        model.refresh();
        model.check(inDoubt.draft());

        assertEquals(List.of("check " + inDoubt.draft()), desk.asked);
        assertTrue(model.waitingProperty().get().isEmpty());
    }

    @Test
    void aPieceWhoseAddressIsLostHasNone() {
        var piece = unprinted(Paid.aMonth().getFirst());
        var lost =
                new PaidPiece(
                        piece.id(), piece.indicium(), new PrintPlan.Forgotten(), piece.printouts());

        assertEquals("", Digest.to(lost));
    }

    private PaidPiece unprinted() {
        return unprinted(desk.purchases.getFirst());
    }

    private static PaidPiece unprinted(Purchase purchase) {
        return assertInstanceOf(Purchase.Charged.class, purchase).pieces().getFirst();
    }

    private static Purchase letter(String time) {
        return Paid.letter(time, Paid.address("Somebody", "Ithaca", "NY", "14850"), 1);
    }
}
