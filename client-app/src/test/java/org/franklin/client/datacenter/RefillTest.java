package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Funding;
import org.franklin.client.datacenter.outcome.Funding.Added;
import org.franklin.client.datacenter.outcome.Funding.Checking;
import org.franklin.client.datacenter.outcome.Funding.NotTaken;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Refill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// Refilling: the same id takes money once.
class RefillTest {

    @TempDir private Path folder;

    private final FakeDataCenter dataCenter = new FakeDataCenter();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @Test
    void addsMoneyOnceForManyClicks() {
        try (var office = office()) {
            var refill = Office.refill(50);
            var added = assertInstanceOf(Added.class, office.desk().refill(refill));

            assertEquals(Postage.ofDollars(50), added.amount());
            assertEquals(added, office.desk().refill(refill));
            assertEquals(added, office.desk().checkRefill(refill.id()));
            assertEquals(1, dataCenter.bodies().size());
            assertEquals(Postage.ofDollars(50), balance(office).available());
        }
    }

    @Test
    void repeatsTheVeryBytesUntilItIsAnswered() {
        try (var office = office()) {
            var refill = Office.refill(50);
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER, FakeDataCenter.LOSE_THE_REQUEST);
            var checking = assertInstanceOf(Checking.class, office.desk().refill(refill));
            assertEquals(Doubt.NO_ANSWER, checking.doubt());
            assertInstanceOf(Checking.class, office.desk().refill(refill));

            assertInstanceOf(Added.class, office.desk().checkRefill(refill.id()));
            assertEquals(1, dataCenter.bodies().stream().distinct().count());
            assertEquals(Postage.ofDollars(50), controlTotal());
        }
    }

    @Test
    void saysNothingWasTakenWhereThePaymentIsDeclined() {
        try (var office = office()) {
            var refill =
                    new Refill(
                            UUID.randomUUID(),
                            Postage.ofDollars(5),
                            PaymentMethod.SANDBOX_DECLINED);
            var why = why(Refusal.Said.class, office.desk().refill(refill));
            assertEquals(ProblemType.PAYMENT_DECLINED.uri(), why.problem().type());

            why(Refusal.Earlier.class, office.desk().refill(refill));
            assertEquals(Postage.ZERO, controlTotal());
        }
    }

    @Test
    void believesADeclineAlsoAfterALostAnswer() {
        try (var office = office()) {
            var refill = Office.refill(5);
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_REQUEST,
                    FakeDataCenter.refuse(ProblemType.PAYMENT_DECLINED));
            office.desk().refill(refill);

            why(Refusal.Said.class, office.desk().checkRefill(refill.id()));
        }
    }

    @Test
    void doesNotBelieveAnyOtherNoAfterALostAnswer() {
        try (var office = office()) {
            var refill = Office.refill(5);
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_ANSWER,
                    FakeDataCenter.refuse(ProblemType.TOO_MANY_REQUESTS));
            office.desk().refill(refill);

            var checking = assertInstanceOf(Checking.class, office.desk().checkRefill(refill.id()));
            assertEquals(Doubt.REFUSED_LATER, checking.doubt());
            assertInstanceOf(Added.class, office.desk().checkRefill(refill.id()));
        }
    }

    @Test
    void goesOnCheckingWhileTheDataCenterDoesNotKnow() {
        try (var office = office()) {
            dataCenter.play(FakeDataCenter.refuse(ProblemType.OUTCOME_PENDING));
            var checking = assertInstanceOf(Checking.class, office.desk().refill(Office.refill(5)));

            assertEquals(Doubt.NOT_DONE, checking.doubt());
        }
    }

    @Test
    void believesNoReceiptTwice() {
        try (var office = office()) {
            var first = assertInstanceOf(Added.class, office.desk().refill(Office.refill(50)));
            dataCenter.play(ask ->
                    ask.answer(
                            new FakeMeter.Answer.Done(new MeterReply.Refilled(first.receipt()))));
            var checking =
                    assertInstanceOf(Checking.class, office.desk().refill(Office.refill(50)));

            assertEquals(Doubt.NOT_BELIEVED, checking.doubt());
            assertEquals(1, office.evidence().size());
        }
    }

    @Test
    void believesNoReceiptOfAnotherKind() {
        try (var office = office()) {
            dataCenter.play(ask ->
                    ask.answer(
                            new FakeMeter.Answer.Done(
                                    new MeterReply.Voided(ask.done().receipt()))));
            var checking =
                    assertInstanceOf(Checking.class, office.desk().refill(Office.refill(50)));

            assertEquals(Doubt.NOT_BELIEVED, checking.doubt());
        }
    }

    @Test
    void needsASessionToBeginAndToGoOn() {
        try (var office = office()) {
            var refill = Office.refill(5);
            dataCenter.endSession();
            why(Refusal.SignedOut.class, office.desk().refill(refill));
            why(Refusal.SignedOut.class, office.desk().refill(Office.refill(5)));
            why(Refusal.NeverAsked.class, office.desk().checkRefill(UUID.randomUUID()));

            assertEquals(List.of(), office.desk().resume().refills());
        }
    }

    @Test
    void saysNothingWasTakenWhereNobodyAnswers() {
        try (var office = office()) {
            dataCenter.close();
            assertInstanceOf(Asked.NotGiven.class, office.desk().account());

            why(Refusal.DoesNotAnswer.class, office.desk().refill(Office.refill(5)));
        }
    }

    @Test
    void showsTheDataCentersOwnWords() {
        try (var office = office()) {
            dataCenter.play(ask ->
                    ask.answer(
                            new FakeMeter.Answer.No(
                                    new Problem(
                                            "/problems/not-yet-known",
                                            "New",
                                            418,
                                            "Say this.",
                                            Problem.Charge.NOT_CHARGED,
                                            "7"))));
            var why = why(Refusal.Said.class, office.desk().refill(Office.refill(5)));

            assertEquals("Say this.", why.sentence());
        }
    }

    private Office office() {
        var office = Office.open(folder, dataCenter.identity());
        var _ = office.signUp();
        return office;
    }

    private Postage controlTotal() {
        return dataCenter.meter().registers().controlTotal();
    }

    private static Balance balance(Office office) {
        var asked = office.desk().account();
        if (asked instanceof Asked.Given<Balance>(var balance)) {
            return balance;
        }
        throw new AssertionError("no balance: " + asked);
    }

    private static <T extends Refusal> T why(Class<T> type, Funding funding) {
        return assertInstanceOf(type, assertInstanceOf(NotTaken.class, funding).why());
    }
}
