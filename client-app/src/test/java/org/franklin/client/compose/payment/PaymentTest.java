package org.franklin.client.compose.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.FakeDesk;
import org.franklin.client.FakeRoom;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.print.room.Printing;
import org.franklin.client.ui.Scripted;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class PaymentTest {

    private static final Postage PRICE = Postage.parse("0.74");
    private static final Instant NOW = Instant.parse("2026-11-23T14:14:02Z");
    private static final DraftId DRAFT = new DraftId(new UUID(4, 2));

    private final FakeDesk desk = new FakeDesk();
    private final FakeRoom room = desk.rooms.getFirst();
    private final Scripted time = new Scripted();
    private final Payment payment = new Payment(DRAFT, desk, time);
    private final List<Stage> stages = new ArrayList<>();

    @BeforeEach
    void listen() {
        payment.stageProperty().subscribe(stage -> stages.add(stage));
        stages.clear();
    }

    @Test
    void goesFromTheClickToThePageStepByStep() {
        desk.buying.add(Paid::charged);
        pay();
        assertEquals(new Stage.Reserving(PRICE), stage());
        time.go(0);
        time.go(0);
        assertEquals(new Stage.Reserving(PRICE), stage(), "nothing is stored yet");
        time.go(0);
        time.pass(0);
        assertEquals(new Stage.Signing(PRICE), stage());
        time.goAll();

        assertEquals(
                List.of(
                        Stage.Reserving.class,
                        Stage.Signing.class,
                        Stage.Printing.class,
                        Stage.Printed.class),
                kinds());
        assertEquals(DRAFT, desk.drafts.getFirst().id());
        assertEquals(List.of("piece-0001042-43243"), room.titles);
        assertEquals(1, desk.printed.size());
    }

    @Test
    void leavesTwoSecondsToSeeThatItIsPrinted() {
        desk.buying.add(Paid::charged);
        pay();
        time.goAll();
        time.pass(1_999);
        assertEquals(false, assertInstanceOf(Stage.Printed.class, stage()).isOver());

        time.pass(1);
        assertEquals(true, assertInstanceOf(Stage.Printed.class, stage()).isOver());
    }

    @Test
    void aNoteThatTheRequestIsStoredChangesNothingOnceTheAnswerIsThere() {
        desk.buying.add(draft -> new Purchase.NotCharged(draft.id(), new Refusal.Offline()));
        pay();
        time.goAll();
        time.pass(0);

        assertEquals(new Stage.NotCharged(new Refusal.Offline()), stage());
    }

    @Test
    void whatThePrinterWouldNotBearIsNotPaidFor() {
        payment.pay(quote(), Paid.plan(), room, () -> Optional.of("Labels takes no envelopes."));
        time.goAll();

        assertEquals(new Stage.CannotPrint("Labels takes no envelopes."), stage());
        assertEquals(List.of(), desk.drafts);
    }

    @Test
    void whoeverWasRefusedPaysAgainUnderTheSameDraft() {
        desk.buying.add(draft -> new Purchase.NotCharged(draft.id(), new Refusal.Offline()));
        desk.buying.add(Paid::charged);
        pay();
        time.goAll();
        pay();
        time.goAll();

        assertEquals(List.of(DRAFT, DRAFT), desk.drafts.stream().map(Draft::id).toList());
        assertEquals(1, desk.printed.size());
    }

    @Test
    void aChangedPieceIsANewQuestionOnlyWhileNothingIsUnderWay() {
        desk.buying.add(draft -> new Purchase.NotCharged(draft.id(), new Refusal.Offline()));
        desk.buying.add(PaymentTest::lost);
        pay();
        payment.changed();
        assertEquals(new Stage.Reserving(PRICE), stage());
        time.goAll();
        payment.changed();
        assertEquals(new Stage.Open(), stage());

        pay();
        time.goAll();
        payment.changed();
        assertInstanceOf(Stage.Checking.class, stage());
    }

    @Test
    void aLostAnswerIsAskedForEveryFiveSecondsUntilItIsThere() {
        lose();
        desk.checking.add(_ -> lost(desk.drafts.getFirst()));
        desk.checking.add(_ -> Paid.charged(desk.drafts.getFirst()));
        assertEquals(new Stage.Checking(PRICE, NOW, 1, Doubt.NO_ANSWER, 5), stage());

        time.pass(3_000);
        assertEquals(new Stage.Checking(PRICE, NOW, 1, Doubt.NO_ANSWER, 2), stage());
        time.pass(2_000);
        assertInstanceOf(Stage.Asking.class, stage());
        time.goAll();
        assertEquals(new Stage.Checking(PRICE, NOW, 2, Doubt.NO_ANSWER, 5), stage());
        time.pass(5_000);
        time.goAll();

        var found = assertInstanceOf(Stage.Found.class, stage());
        assertEquals(DRAFT, found.piece().id().draft());
        assertEquals(List.of(), desk.printed, "nothing is printed that nobody asked for");
        assertEquals(0, time.steps());
    }

    @Test
    void aCheckByHandStopsTheOneThatWasToComeAndASecondClickAsksNothing() {
        lose();
        desk.checking.add(_ -> Paid.charged(desk.drafts.getFirst()));
        payment.check();
        payment.check();
        assertEquals(1, time.open());
        time.goAll();
        time.pass(60_000);
        payment.check();

        assertEquals(List.of("check " + DRAFT), desk.asked);
        assertEquals(0, time.open());
    }

    @Test
    void whatTurnsOutNotChargedCanBePaidAgain() {
        lose();
        desk.checking.add(id -> new Purchase.NotCharged(id, new Refusal.GivenUp()));
        payment.check();
        time.goAll();
        assertEquals(new Stage.NotCharged(new Refusal.GivenUp()), stage());

        desk.buying.add(Paid::charged);
        pay();
        time.goAll();
        assertEquals(2, desk.drafts.size());
        assertEquals(1, desk.printed.size());
    }

    @Test
    void whatIsFoundIsPrintedOnceHoweverOftenOneClicks() {
        lose();
        desk.checking.add(_ -> Paid.charged(desk.drafts.getFirst()));
        payment.check();
        time.goAll();
        payment.print(room);
        payment.print(room);
        time.goAll();
        payment.print(room);
        time.goAll();

        assertEquals(1, room.titles.size());
        assertEquals(1, desk.printed.size());
    }

    @Test
    void aPrinterThatStopsCountsNothingAndAnotherOneGoesOn() {
        desk.buying.add(Paid::charged);
        room.printing = new Printing.NotOut("Office laser is out of paper.");
        pay();
        time.goAll();
        var stopped = assertInstanceOf(Stage.Unprinted.class, stage());
        assertEquals("Office laser is out of paper.", stopped.reason());
        assertEquals(List.of(), desk.printed);

        payment.print(desk.rooms.getLast());
        time.goAll();
        assertEquals("Labels", assertInstanceOf(Stage.Printed.class, stage()).where());
        assertEquals(1, desk.printed.size());
        assertEquals(1, desk.drafts.size());
    }

    @Test
    void beforeItIsPaidNothingIsCheckedOrPrinted() {
        payment.check();
        payment.print(room);
        pay();
        payment.check();
        payment.print(room);

        assertEquals(1, time.open());
        assertEquals(List.of(new Stage.Reserving(PRICE)), stages);
    }

    /// The window was replaced long ago, and nobody looks at the stage any more.
    @Test
    void aPieceThatNobodyLooksAtIsFinishedAllTheSame() {
        desk.buying.add(PaymentTest::lost);
        desk.checking.add(_ -> Paid.charged(desk.drafts.getFirst()));
        abandon();
        for (int round = 0; round < 10; round++) {
            System.gc();
            time.goAll();
            time.pass(1_000);
        }

        assertEquals(1, desk.drafts.size());
        assertTrue(desk.asked.contains("check " + DRAFT));
        assertEquals(0, time.steps() + time.open());
    }

    private void abandon() {
        var left = new Payment(DRAFT, desk, time);
        left.pay(quote(), Paid.plan(), room, Optional::empty);
    }

    private void pay() {
        payment.pay(quote(), Paid.plan(), room, Optional::empty);
    }

    private void lose() {
        desk.buying.add(PaymentTest::lost);
        pay();
        time.goAll();
        time.pass(0);
    }

    private Stage stage() {
        return payment.stageProperty().get();
    }

    private List<Class<?>> kinds() {
        var kinds = new ArrayList<Class<?>>();
        stages.forEach(stage -> kinds.add(stage.getClass()));
        return kinds;
    }

    private static Purchase lost(Draft draft) {
        return new Purchase.Checking(draft.id(), draft.quote().total(), NOW, Doubt.NO_ANSWER);
    }

    private static Quote quote() {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("12207"),
                        new ZipCode("97201"),
                        LocalDate.of(2026, 11, 23));
        return ((Asked.Given<Quote>) Paid.quotedAt("0.74", List.of(piece))).value();
    }
}
