package org.franklin.client.funds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.Held;
import org.franklin.client.ui.Immediate;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

class FundsModelTest {

    private static final UUID ANY = new UUID(0, 0);

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate();
    private long drawn;
    private final FundsModel model =
            new FundsModel(PaymentMethod.SANDBOX_CARD, desk, time, () -> new UUID(7, ++drawn));

    @ParameterizedTest
    @CsvSource({"50, 50.00", "$12.5, 12.50", " 1 , 1.00", "10000, 10000.00"})
    void readsAnAmountAsItIsTyped(String typed, String amount) {
        model.amountProperty().set(typed);

        assertEquals(Optional.of(Postage.parse(amount)), model.wishBinding().getValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.99", "10000.01", "-5", "fifty", "1,000", "0.0001"})
    void addsNothingForAnAmountThatCannotBeAdded(String typed) {
        model.amountProperty().set(typed);
        model.add();

        assertEquals(Optional.empty(), model.wishBinding().getValue());
        assertEquals(0, desk.refills.size());
    }

    @Test
    void saysWhatTheMeterHoldsAfterwards() {
        desk.fundings.add(
                new Funding.Added(
                        ANY, Postage.ofDollars(50), Paid.receipt(time.instant(), "137.26", 82)));
        model.add();

        assertEquals(
                new Progress.Added(Postage.ofDollars(50), Postage.parse("137.26"), 82),
                model.progressProperty().get());
        assertEquals(PaymentMethod.SANDBOX_CARD, desk.refills.getFirst().method());
    }

    @Test
    void aWishThatIsDoneIsNotAskedForAgain() {
        desk.fundings.add(
                new Funding.Added(
                        ANY, Postage.ofDollars(50), Paid.receipt(time.instant(), "137.26", 82)));
        model.add();
        model.add();

        assertEquals(1, desk.refills.size());
    }

    @Test
    void aSecondClickWhileTheFirstIsUnderWayDoesNothing() {
        var held = new Held();
        var busy = new FundsModel(PaymentMethod.SANDBOX_ACH, desk, held, UUID::randomUUID);
        busy.add();
        busy.add();

        assertEquals(1, held.size());
        assertInstanceOf(Progress.Asking.class, busy.progressProperty().get());
    }

    @Test
    void drawsANewIdOnlyAfterARefusal() {
        desk.fundings.add(new Funding.NotTaken(ANY, new Refusal.DoesNotAnswer()));
        desk.fundings.add(
                new Funding.Checking(ANY, Postage.ofDollars(50), time.instant(), Doubt.NO_ANSWER));
        model.add();
        model.add();
        model.add();

        assertEquals(2, desk.refills.size());
        assertNotEquals(desk.refills.get(0).id(), desk.refills.get(1).id());
    }

    @Test
    void countsDownAndChecksTheSameRefillByItself() {
        desk.fundings.add(
                new Funding.Checking(ANY, Postage.ofDollars(50), time.instant(), Doubt.NO_ANSWER));
        desk.fundings.add(
                new Funding.Checking(ANY, Postage.ofDollars(50), time.instant(), Doubt.OFFLINE));
        model.add();
        time.pass(Duration.ofSeconds(2));
        assertEquals(
                new Progress.Checking(Postage.ofDollars(50), Doubt.NO_ANSWER, 3),
                model.progressProperty().get());

        time.pass(Duration.ofSeconds(3));
        assertEquals(
                new Progress.Checking(Postage.ofDollars(50), Doubt.OFFLINE, 5),
                model.progressProperty().get());
        assertEquals("check refill " + desk.refills.getFirst().id(), desk.asked.getFirst());
    }

    @Test
    void checkingByHandStopsTheCountdown() {
        desk.fundings.add(
                new Funding.Checking(ANY, Postage.ofDollars(50), time.instant(), Doubt.NO_ANSWER));
        desk.fundings.add(new Funding.NotTaken(ANY, new Refusal.GivenUp()));
        model.add();
        model.check();

        assertEquals(new Progress.NotTaken(new Refusal.GivenUp()), model.progressProperty().get());
        assertFalse(time.isWaiting());
    }

    @Test
    void asksNothingMoreWhenItIsClosed() {
        desk.fundings.add(
                new Funding.Checking(ANY, Postage.ofDollars(50), time.instant(), Doubt.NO_ANSWER));
        model.add();
        model.close();
        time.pass(Duration.ofMinutes(1));

        assertEquals(0, desk.asked.size());
    }
}
