package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.connection.Timeouts;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Purchase.Charged;
import org.franklin.client.datacenter.outcome.Purchase.Checking;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Buying: exactly once, or a word that says why not, or that it is being checked.
class PurchaseTest {

    @TempDir private Path folder;

    private final FakeDataCenter dataCenter = new FakeDataCenter();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @Test
    void chargesOnceAndKeepsThePieceUntilItIsPrinted() {
        try (var office = office()) {
            var draft = office.draft();
            var charged = office.charged(draft);

            assertEquals(Postage.ofCents(74), charged.amount());
            var piece = charged.pieces().getFirst();
            var verifier = new IndiciumVerifier(office.desk().verificationKeys().orElseThrow());
            assertInstanceOf(
                    Verdict.GenuineSpecimen.class, verifier.verify(piece.indicium().bytes()));
            assertEquals(draft.plans().getFirst(), piece.plan());
            assertEquals(List.of(piece), office.desk().unprinted());

            var printed = office.desk().markPrinted(piece.id(), "a printer", "").orElseThrow();
            assertTrue(printed.isReprint());
            assertEquals(List.of(), office.desk().unprinted());
            assertEquals(
                    2,
                    office.desk()
                            .markPrinted(piece.id(), "a printer", "")
                            .orElseThrow()
                            .printouts()
                            .size());
        }
    }

    @Test
    void marksNothingPrintedThatIsNotPaid() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(draft);

            assertTrue(office.desk().markPrinted(new PieceId(draft.id(), 0), "", "").isEmpty());
        }
    }

    @Test
    void paysABatchInOneRequest() {
        try (var office = office()) {
            var charged = office.charged(office.draft(25));

            assertEquals(25, charged.pieces().size());
            assertEquals(25, charged.pieces().stream().distinct().count());
            assertEquals(1, requests().size());
            assertEquals(Postage.ofCents(25 * 74), ascending());
        }
    }

    @Test
    void givesTheSamePieceToASecondClick() {
        try (var office = office()) {
            var draft = office.draft();

            assertEquals(office.charged(draft), office.charged(draft));
            assertEquals(1, requests().size());
        }
    }

    @Test
    void givesTheSamePieceToManyClicksAtOnce() throws Exception {
        try (var office = office();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var draft = office.draft();
            var clicks = new ArrayList<Future<Purchase>>();
            for (int i = 0; i < 8; i++) {
                clicks.add(threads.submit(() -> office.desk().buy(draft)));
            }
            for (Future<Purchase> click : clicks) {
                assertEquals(office.charged(draft), click.get());
            }
            assertEquals(Postage.ofCents(74), ascending());
        }
    }

    @Test
    void repeatsTheVeryBytesWhenTheRequestWasLostBeforeTheCommit() {
        assertRepeatsTheVeryBytes(FakeDataCenter.LOSE_THE_REQUEST);
    }

    @Test
    void repeatsTheVeryBytesWhenTheAnswerWasLostAfterTheCommit() {
        assertRepeatsTheVeryBytes(FakeDataCenter.LOSE_THE_ANSWER);
    }

    private void assertRepeatsTheVeryBytes(FakeDataCenter.Trick trick) {
        try (var office = office()) {
            dataCenter.play(trick);
            var draft = office.draft();

            var checking = assertInstanceOf(Checking.class, office.desk().buy(draft));
            assertEquals(Doubt.NO_ANSWER, checking.doubt());
            assertEquals(Postage.ofCents(74), setAside(office));

            assertInstanceOf(Charged.class, office.desk().check(draft.id()));
            assertEquals(2, requests().size());
            assertEquals(requests().getFirst(), requests().getLast());
            assertEquals(Postage.ofCents(74), ascending());
            assertEquals(Postage.ZERO, setAside(office));
        }
    }

    @Test
    void countsAHangingDataCenterAsNoAnswer() {
        var impatient = new Timeouts(Duration.ofMillis(300), Duration.ofMillis(300));
        var end = new CountDownLatch(1);
        try (var office = Office.funded(folder, dataCenter.identity(), impatient)) {
            dataCenter.play(ask -> await(end));
            var checking = assertInstanceOf(Checking.class, office.desk().buy(office.draft()));

            assertEquals(Doubt.NO_ANSWER, checking.doubt());
        } finally {
            end.countDown();
        }
    }

    @Test
    void reusesTheNumberOfARefusedRequest() {
        try (var office = office()) {
            dataCenter.play(FakeDataCenter.refuse(ProblemType.INSUFFICIENT_FUNDS));
            var draft = office.draft();
            var why = Office.refusal(Refusal.InsufficientFunds.class, office.desk().buy(draft));
            assertEquals(Postage.ofCents(74), why.price());

            office.charged(draft);
            assertEquals(List.of(1L, 1L), sequences());
            assertNotEquals(requests().getFirst(), requests().getLast());
            assertEquals(Postage.ofCents(74), ascending());
        }
    }

    @Test
    void tellsTheNewPriceAndChargesItOnlyWhenAskedAnew() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.price(Postage.ofCents(78));

            var why = Office.refusal(Refusal.PriceChanged.class, office.desk().buy(draft));
            assertEquals(Postage.ofCents(78), why.now().total());
            assertEquals(Postage.ZERO, ascending());

            office.charged(Office.draft(why.now()));
            assertEquals(Postage.ofCents(78), ascending());
            assertEquals(List.of(1L, 1L), sequences());
        }
    }

    @Test
    void offersNoNewPriceThatIsOfOtherPieces() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.price(Postage.ofCents(78));
            dataCenter.padQuotes();

            Office.refusal(Refusal.Said.class, office.desk().buy(draft));
            assertEquals(Postage.ZERO, ascending());
        }
    }

    @Test
    void remembersWhatARefusedDraftWasTold() {
        try (var office = office()) {
            dataCenter.play(FakeDataCenter.refuse(ProblemType.WRONG_DATE));
            var draft = office.draft();
            var why = Office.refusal(Refusal.WrongDate.class, office.desk().buy(draft));

            var earlier = Office.refusal(Refusal.Earlier.class, office.desk().check(draft.id()));
            assertEquals(why.sentence(), earlier.sentence());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"METER_LOCKED", "WRONG_DATE", "NOT_MAILABLE", "TOO_MANY_REQUESTS"})
    void saysNotChargedOnARefusalOfTheFirstSending(ProblemType type) {
        try (var office = office()) {
            dataCenter.play(FakeDataCenter.refuse(type));
            var purchase = office.desk().buy(office.draft());

            var notCharged = assertInstanceOf(Purchase.NotCharged.class, purchase);
            assertTrue(notCharged.why().sentence().contains(type.title()));
            assertEquals(Postage.ZERO, setAside(office));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"DATA_CENTER_FAULT", "OUTCOME_PENDING"})
    void goesOnCheckingWhereTheDataCenterDoesNotKnow(ProblemType type) {
        try (var office = office()) {
            dataCenter.play(FakeDataCenter.refuse(type));
            var draft = office.draft();
            var checking = assertInstanceOf(Checking.class, office.desk().buy(draft));

            assertEquals(Doubt.NOT_DONE, checking.doubt());
            office.charged(draft);
            assertEquals(requests().getFirst(), requests().getLast());
        }
    }

    @Test
    void doesNotTakeANoToTheSecondSendingForANoToTheFirst() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_ANSWER, FakeDataCenter.refuse(ProblemType.WRONG_DATE));
            office.desk().buy(draft);

            // The cancel comes too late: the piece was paid by the first sending.
            assertInstanceOf(Charged.class, office.desk().check(draft.id()));
            assertInstanceOf(Cancel.class, request(requests().getLast()));
            assertEquals(Postage.ofCents(74), ascending());
        }
    }

    @Test
    void clearsALostRequestByACancelWhenItIsRefusedLater() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_REQUEST,
                    FakeDataCenter.refuse(ProblemType.INSUFFICIENT_FUNDS));
            office.desk().buy(draft);

            Office.refusal(Refusal.InsufficientFunds.class, office.desk().check(draft.id()));
            office.charged(office.draft());
            assertEquals(List.of(1L, 1L, 1L, 2L), sequences());
        }
    }

    @Test
    void letsTheMeterDecideWhenARequestIsGivenUp() {
        try (var office = office()) {
            var lostBefore = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_REQUEST);
            office.desk().buy(lostBefore);
            Office.refusal(Refusal.GivenUp.class, office.desk().giveUp(lostBefore.id()));

            var lostAfter = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(lostAfter);
            assertInstanceOf(Charged.class, office.desk().giveUp(lostAfter.id()));

            assertEquals(Postage.ofCents(74), ascending());
            Office.refusal(Refusal.GivenUp.class, office.desk().check(lostBefore.id()));
        }
    }

    @Test
    void sendsOnlyTheCancelOnceARequestIsGivenUp() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_REQUEST,
                    FakeDataCenter.LOSE_THE_ANSWER,
                    FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(draft);
            assertInstanceOf(Checking.class, office.desk().giveUp(draft.id()));
            assertInstanceOf(Checking.class, office.desk().buy(draft));

            Office.refusal(Refusal.GivenUp.class, office.desk().check(draft.id()));
            assertEquals(requests().get(1), requests().get(2));
            assertEquals(requests().get(2), requests().get(3));
            assertEquals(Postage.ZERO, ascending());
        }
    }

    @Test
    void asksForNothingNewWhileAnEarlierPieceIsInDoubt() {
        try (var office = office()) {
            var first = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER, FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(first);

            var second = office.draft();
            var waits = Office.refusal(Refusal.WaitsFor.class, office.desk().buy(second));
            assertEquals(first.id(), waits.earlier());
            assertEquals(List.of(1L, 1L), sequences());

            office.charged(second);
            assertEquals(List.of(1L, 1L, 1L, 2L), sequences());
            assertInstanceOf(Charged.class, office.desk().check(first.id()));
            assertEquals(Postage.ofCents(148), ascending());
        }
    }

    @Test
    void saysSignedOutBeforeAndAfterASessionEnds() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.endSession();
            Office.refusal(Refusal.SignedOut.class, office.desk().buy(draft));
            assertTrue(office.desk().session().isEmpty());
            Office.refusal(Refusal.SignedOut.class, office.desk().buy(draft));

            office.signedOn().charged(draft);
            assertEquals(Postage.ofCents(74), ascending());
        }
    }

    @Test
    void keepsCheckingWhenTheSessionEndsWhileInDoubt() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(draft);
            dataCenter.endSession();

            for (int i = 0; i < 2; i++) {
                var checking = assertInstanceOf(Checking.class, office.desk().check(draft.id()));
                assertEquals(Doubt.SIGNED_OUT, checking.doubt());
            }
            assertInstanceOf(Charged.class, office.signedOn().desk().check(draft.id()));
        }
    }

    @Test
    void saysNotChargedWhenNobodyAnswersAndCheckingWhenSomebodyDid() {
        try (var office = office()) {
            var inDoubt = office.draft();
            var fresh = office.draft();
            dataCenter.play(FakeDataCenter.LOSE_THE_ANSWER);
            office.desk().buy(inDoubt);
            dataCenter.close();

            var checking = assertInstanceOf(Checking.class, office.desk().check(inDoubt.id()));
            assertEquals(Doubt.NO_ANSWER, checking.doubt());
            Office.refusal(Refusal.WaitsFor.class, office.desk().buy(fresh));
        }
    }

    @Test
    void saysNotChargedWhenNothingCouldBeSent() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.close();
            // A kept connection to the dead server is used up first; nothing is sent without one.
            assertInstanceOf(Asked.NotGiven.class, office.desk().account());
            Office.refusal(Refusal.DoesNotAnswer.class, office.desk().buy(draft));
            Office.refusal(Refusal.DoesNotAnswer.class, office.desk().buy(draft));

            assertEquals(Postage.ZERO, office.folder().outbox().requests().setAside());
        }
    }

    @Test
    void knowsNothingOfADraftThatWasNeverAskedFor() {
        try (var office = office()) {
            var never = DraftId.draw(new Random(7));
            Office.refusal(Refusal.NeverAsked.class, office.desk().check(never));
            Office.refusal(Refusal.NeverAsked.class, office.desk().giveUp(never));
        }
    }

    @Test
    void listsTheLastDraftsTheNewestFirst() {
        try (var office = office()) {
            var first = office.charged(office.draft());
            var second = office.charged(office.draft());

            assertEquals(List.of(second, first), office.desk().recent(10));
            assertEquals(List.of(second), office.desk().recent(1));
        }
    }

    @Test
    void recoversWhenADeniedRequestWasExecutedAllTheSame() {
        try (var office = office()) {
            var denied = office.draft();
            dataCenter.play(ask -> {
                var _ = ask.done();
                ask.answer(FakeMeter.no(ProblemType.INSUFFICIENT_FUNDS));
            });
            Office.refusal(Refusal.InsufficientFunds.class, office.desk().buy(denied));

            var next = office.draft(2);
            Office.refusal(Refusal.Overtaken.class, office.desk().buy(next));
            assertInstanceOf(Charged.class, office.desk().check(denied.id()));
            office.charged(next);
            assertEquals(Postage.ofCents(3 * 74), ascending());
        }
    }

    @Test
    void findsThePieceWhenTheSameDraftIsAskedAgainAfterAFalseNo() {
        try (var office = office()) {
            var draft = office.draft();
            dataCenter.play(ask -> {
                var _ = ask.done();
                ask.answer(FakeMeter.no(ProblemType.INSUFFICIENT_FUNDS));
            });
            office.desk().buy(draft);

            office.charged(draft);
            assertEquals(Postage.ofCents(74), ascending());
        }
    }

    @Test
    void keepsAPlanForEachPiece() {
        try (var office = office()) {
            var plans = office.charged(office.draft(2)).pieces();

            assertTrue(plans.stream().allMatch(piece -> piece.plan() instanceof PrintPlan.Kept));
        }
    }

    private Office office() {
        return Office.funded(folder, dataCenter.identity());
    }

    private Postage ascending() {
        return dataCenter.meter().registers().ascending();
    }

    private static Postage setAside(Office office) {
        var asked = office.desk().account();
        return asked instanceof Asked.Given<Balance>(var balance)
                ? balance.setAside()
                : new Postage(1);
    }

    /// The bodies of the meter requests, without those of refills.
    private List<Bytes> requests() {
        return dataCenter.bodies().stream()
                .filter(body ->
                        Json.read(DeviceSigned.class, body.toArray())
                                instanceof Decoded.Valid<DeviceSigned>)
                .toList();
    }

    private static MeterRequest request(Bytes body) {
        return Json.read(DeviceSigned.class, body.toArray()).orThrow().decode().orThrow();
    }

    private List<Long> sequences() {
        return requests().stream().map(body -> request(body).sequence()).toList();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
