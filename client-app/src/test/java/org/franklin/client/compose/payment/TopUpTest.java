package org.franklin.client.compose.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.ui.Immediate;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

class TopUpTest {

    private static final Postage FIFTY = Postage.ofDollars(50);
    private static final UUID FIRST = new UUID(7, 1);

    private final FakeDesk desk = new FakeDesk();
    private final Immediate time = new Immediate();
    private final List<Object> told = new ArrayList<>();
    private long drawn;
    private final TopUp topUp = new TopUp(desk, time, () -> new UUID(7, ++drawn), told::add);

    @ParameterizedTest
    @CsvSource({
        "1.32, 0.70, 50.00",
        "0.74, 0, 50.00",
        "50.00, 0, 50.00",
        "50.001, 0, 100.00",
        "120.00, 20.00, 100.00",
        "120.00, 19.999, 150.00",
        "0.74, 87.26, 50.00",
        "0, 0, 50.00",
        "10050.00, 0, 10000.00",
        "999999999999.999, 0, 10000.00"
    })
    void addsTheFewestStepsThatAreEnough(String price, String balance, String amount) {
        var added = TopUp.amount(Postage.parse(price), Postage.parse(balance));

        assertEquals(Postage.parse(amount), added);
        assertEquals(added, new Refill(FIRST, added, PaymentMethod.SANDBOX_ACH).amount());
    }

    @Test
    void goesOnToPayWhenTheMoneyIsThere() {
        desk.fundings.add(added());
        add();

        assertEquals(List.of(new Stage.Adding(FIFTY), new Stage.Open(), "pay"), told);
        assertEquals(List.of(new Refill(FIRST, FIFTY, PaymentMethod.SANDBOX_CARD)), desk.refills);
        assertFalse(time.isWaiting());
    }

    @Test
    void asksAboutTheSameRefillUntilItIsKnownAndPaysOnce() {
        desk.fundings.add(inDoubt(Doubt.NO_ANSWER));
        desk.fundings.add(inDoubt(Doubt.NOT_DONE));
        desk.fundings.add(added());
        add();
        assertEquals(new Stage.FundsInDoubt(FIFTY, Doubt.NO_ANSWER, 5), told.getLast());

        time.pass(Duration.ofSeconds(4));
        assertEquals(new Stage.FundsInDoubt(FIFTY, Doubt.NO_ANSWER, 1), told.getLast());
        time.pass(Duration.ofSeconds(1));
        assertEquals(new Stage.FundsInDoubt(FIFTY, Doubt.NOT_DONE, 5), told.getLast());
        time.pass(Duration.ofMinutes(1));

        assertEquals(List.of("check refill " + FIRST, "check refill " + FIRST), desk.asked);
        assertEquals(1, desk.refills.size());
        assertEquals(1, told.stream().filter("pay"::equals).count());
    }

    @Test
    void aCheckByHandStopsTheOneThatWasToCome() {
        desk.fundings.add(inDoubt(Doubt.NO_ANSWER));
        desk.fundings.add(added());
        add();
        topUp.check(FIFTY);
        time.pass(Duration.ofMinutes(1));

        assertEquals(List.of("check refill " + FIRST), desk.asked);
        assertEquals("pay", told.getLast());
    }

    @Test
    void whatWasNotTakenIsAskedForUnderAnotherId() {
        var why = new Refusal.Earlier("The card is declined.");
        desk.fundings.add(new Funding.NotTaken(FIRST, why));
        desk.fundings.add(added());
        add();
        assertEquals(new Stage.FundsNotTaken(why), told.getLast());

        add();
        assertNotEquals(FIRST, desk.refills.getLast().id());
    }

    @Test
    void eachWishThatWasFulfilledIsFollowedByAnotherId() {
        desk.fundings.add(added());
        desk.fundings.add(added());
        add();
        add();

        assertNotEquals(desk.refills.getFirst().id(), desk.refills.getLast().id());
    }

    private void add() {
        topUp.add(FIFTY, PaymentMethod.SANDBOX_CARD, () -> told.add("pay"));
    }

    private static Funding added() {
        return new Funding.Added(
                FIRST, FIFTY, Paid.receipt(new Immediate().instant(), "50.70", 82));
    }

    private static Funding inDoubt(Doubt doubt) {
        return new Funding.Checking(FIRST, FIFTY, new Immediate().instant(), doubt);
    }
}
