package org.franklin.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.FakeDesk;
import org.franklin.client.OneMeter;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Computer;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Fact;
import org.franklin.client.history.piece.Listing;
import org.franklin.client.history.piece.Query;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

class HistoryModelTest {

    private static final Computer HERE =
            new Computer(new DeviceId(1), ZoneId.of("America/New_York"));

    private final FakeDesk desk = new FakeDesk();
    private final OneMeter meter = new OneMeter();

    @Test
    void beginsWithNothingToSay() {
        var model = model(new Immediate());

        assertEquals(new Listing.Unknown(), model.listingProperty().get());
        model.search(Query.ALL.withText("Dana"));
        assertEquals(new Listing.Unknown(), model.listingProperty().get());
    }

    @Test
    void showsThisComputersPiecesBeforeTheStatementIsProven() {
        buyHere("2026-11-20T16:03:00Z");
        buyElsewhere("2026-11-21T16:03:00Z");
        var held = new Held();
        var model = model(held);
        model.refresh();
        held.release();
        held.releaseAll();

        assertEquals(2, found(model).rows().size());
        assertInstanceOf(Entry.Elsewhere.class, found(model).rows().getFirst().entry());
        assertEquals(Postage.parse("1.48"), found(model).all().paid());
        assertEquals(2, assertInstanceOf(Chain.Holds.class, model.chainProperty().get()).pieces());
    }

    @Test
    void keepsTheRowsWhenTheStatementIsNotRead() {
        buyHere("2026-11-20T16:03:00Z");
        desk.statement = new VerifiedStatement.NotRead(new Refusal.Offline());
        var model = refreshed();

        assertEquals(1, found(model).rows().size());
        assertEquals(new Chain.NotRead(new Refusal.Offline()), model.chainProperty().get());
    }

    @Test
    void believesNothingOfAStatementThatIsBroken() {
        buyHere("2026-11-20T16:03:00Z");
        buyElsewhere("2026-11-21T16:03:00Z");
        desk.statement = new VerifiedStatement.Broken(3, "the counter does not rise by one");
        var model = refreshed();

        assertEquals(1, found(model).rows().size());
        assertEquals(
                new Chain.Broken(3, "the counter does not rise by one"),
                model.chainProperty().get());
    }

    @Test
    void aDraftInDoubtIsNotTakenForAnotherComputersPiece() {
        // The answer was lost: the meter has charged, and this computer does not know it yet.
        meter.buy(1, letter("2026-11-23T14:10:00Z"), 0);
        desk.statement = meter.statement();
        desk.purchases.add(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));
        var model = refreshed();

        assertEquals(
                List.of(PieceState.CHECKING),
                found(model).rows().stream().map(row -> row.entry().state()).toList());
        assertEquals(0, found(model).all().pieces());
        assertEquals(Postage.parse("0.74"), found(model).all().inDoubt());
    }

    @Test
    void choosesTheNewestAndKeepsWhatWasChosen() {
        buyHere("2026-11-20T16:03:00Z");
        buyHere("2026-11-21T16:03:00Z");
        var model = refreshed();
        assertEquals(found(model).rows().getFirst().entry(), detail(model).entry());

        var older = found(model).rows().getLast();
        model.choose(older);
        buyHere("2026-11-22T16:03:00Z");
        model.refresh();
        assertEquals(older.entry(), detail(model).entry());
        assertEquals(2, model.chosenAmong(found(model).rows()));

        model.search(Query.ALL.withText("nobody"));
        assertInstanceOf(Listing.NoneFits.class, model.listingProperty().get());
        assertEquals(new Detail.None(), model.detailProperty().get());
    }

    @Test
    void tellsTheLifeOfAPieceInOrder() {
        var bought = meter.buy(1, letter("2026-11-20T16:03:00Z"), 1);
        var id = bought.pieces().getFirst().id();
        desk.purchases.add(bought);
        desk.markPrinted(id, "Office laser", "Paper jam");
        var life = detail(refreshed()).life();

        assertInstanceOf(Fact.Reserved.class, life.get(0));
        assertEquals(
                new Fact.Charged(
                        bought.receipt().receipt().time(),
                        bought.amount(),
                        1,
                        bought.receipt().receipt().counter()),
                life.get(1));
        assertInstanceOf(Fact.Printed.class, life.get(2));
        assertEquals(
                "Paper jam",
                assertInstanceOf(Fact.PrintedAgain.class, life.get(3)).printout().reason());
        assertEquals(new Fact.NotSeenYet(), life.get(4));
    }

    @Test
    void showsAPrintingAsSoonAsItIsCounted() {
        var bought = meter.buy(1, letter("2026-11-20T16:03:00Z"), 0);
        desk.purchases.add(bought);
        var model = refreshed();
        assertEquals(PieceState.NOT_PRINTED, detail(model).entry().state());

        model.printing().print(bought.pieces().getFirst(), "");
        assertEquals(PieceState.PRINTED, detail(model).entry().state());
        assertTrue(
                model.printing().progressProperty().get().isOf(bought.pieces().getFirst().id()),
                "and what came of it is still said");
    }

    @Test
    void asksOnceForADraftInDoubtAndTellsWhenItIsSettled() {
        desk.purchases.add(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));
        var held = new Held();
        var model = model(held);
        var settled = new int[1];
        model.onSettled(() -> settled[0]++);
        model.refresh();
        held.releaseAll();
        var doubt = assertInstanceOf(Entry.InDoubt.class, detail(model).entry());

        model.check(doubt);
        model.check(doubt);
        assertTrue(model.checkingProperty().get());
        assertEquals(1, held.size());
        held.releaseAll();
        assertFalse(model.checkingProperty().get());
        assertEquals(1, settled[0]);
        assertEquals(new Listing.None(), model.listingProperty().get());
    }

    @Test
    void saysThatItReadsOnlyWhereThatTakesLong() {
        var time = new Slow();
        var model = model(time);
        model.refresh();
        assertFalse(model.slowProperty().get());
        time.pass(Duration.ofMillis(300));
        assertTrue(model.slowProperty().get());
        time.pass(Duration.ofSeconds(2));
        assertEquals(new Chain.Reading(), model.chainProperty().get());

        time.held.releaseAll();
        assertFalse(model.slowProperty().get());
        assertInstanceOf(Chain.NotRead.class, model.chainProperty().get());
    }

    @Test
    void dropsWhatASearchWasOvertakenBy() {
        buyHere("2026-11-20T16:03:00Z");
        var held = new Held();
        var model = model(held);
        model.refresh();
        held.releaseAll();
        model.search(Query.ALL.withText("nobody"));
        model.search(Query.ALL.withText("dana"));
        held.releaseAll();

        assertEquals(1, found(model).rows().size());
        assertEquals("dana", model.queryProperty().get().text());
    }

    @Test
    void readsTheStatementOnceAtATime() {
        var held = new Held();
        var model = model(held);
        model.refresh();
        model.refresh();

        assertEquals(3, held.size(), "the outbox twice, the statement once");
    }

    /// Work that waits to be released, and a clock by hand.
    private static final class Slow implements Background {

        private final Held held = new Held();
        private final Immediate time = new Immediate();

        @Override
        public <T> void run(
                java.util.function.Supplier<T> work, java.util.function.Consumer<T> done) {
            held.run(work, done);
        }

        @Override
        public Pending after(Duration delay, Runnable step) {
            return time.after(delay, step);
        }

        @Override
        public void stop() {
            held.stop();
        }

        void pass(Duration duration) {
            time.pass(duration);
        }
    }

    private HistoryModel refreshed() {
        var model = model(new Immediate());
        model.refresh();
        return model;
    }

    private HistoryModel model(Background background) {
        return new HistoryModel(desk, desk::printRoom, background, HERE);
    }

    private void buyHere(String time) {
        desk.purchases.addFirst(meter.buy(1, letter(time), 1));
        desk.statement = meter.statement();
    }

    private void buyElsewhere(String time) {
        meter.buy(2, letter(time), 1);
        desk.statement = meter.statement();
    }

    private static Order letter(String time) {
        return Order.letter(time, Paid.address("Dana Whitfield", "Portland", "OR", "97201-4418"));
    }

    private static Listing.Found found(HistoryModel model) {
        return assertInstanceOf(Listing.Found.class, model.listingProperty().get());
    }

    private static Detail.Of detail(HistoryModel model) {
        return assertInstanceOf(Detail.Of.class, model.detailProperty().get());
    }
}
