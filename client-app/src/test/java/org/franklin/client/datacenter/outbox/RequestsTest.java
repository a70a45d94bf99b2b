package org.franklin.client.datacenter.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// The life of a stored request: forward only, one open for each device, one outcome for a number.
class RequestsTest {

    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final DeviceId DEVICE = new DeviceId(1);
    private static final Postage PRICE = Postage.ofCents(74);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final Bytes ANY_SIGNATURE = Bytes.of(new byte[64]);
    private static final Address ADDRESS =
            new Address(List.of("1 Test Street"), "PORTLAND", "OR", new ZipCode("97201"));

    @TempDir private Path folder;

    private final Random random = new Random(3);

    @Test
    void isStoredWithEverythingBeforeItIsSent() {
        try (var outbox = open()) {
            var stored = reserve(outbox.requests(), draft(2));

            assertEquals(RequestState.RESERVED, stored.state());
            assertEquals(0, stored.sends());
            assertEquals(CLOCK.instant(), stored.since());
            assertEquals(List.of(stored), outbox.requests().open());
            assertEquals(Postage.ofCents(148), outbox.requests().setAside());
        }
        try (var outbox = open()) {
            var again = outbox.requests().open().getFirst();
            assertEquals(2, again.asked().pieces().size());
            assertEquals(new Place(SERIAL, DEVICE, 1), again.place());
        }
    }

    @Test
    void isFoundAgainByItsDraft() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var draft = draft(1);
            var stored = reserve(requests, draft);

            var known =
                    assertInstanceOf(
                            Reserved.Known.class, requests.reserve(draft, signed(draft, 1)));
            assertEquals(new Standing.Open(stored), known.standing());
        }
    }

    @Test
    void keepsTheNextRequestWaitingForItsOutcome() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var first = reserve(requests, draft(1));
            var second = draft(1);

            assertEquals(new Reserved.Blocked(first), requests.reserve(second, signed(second, 1)));
            assertEquals(new Standing.Unknown(), requests.standing(second.id()));
            requests.settle(first.place(), issued(first));
            assertThrows(
                    IllegalStateException.class,
                    () -> requests.reserve(second, signed(second, 1)),
                    "its number is used up");
            assertInstanceOf(Reserved.Fresh.class, requests.reserve(second, signed(second, 2)));
        }
    }

    @Test
    void movesOnlyFromTheStateThatWasSeen() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var reserved = reserve(requests, draft(1));
            var sent = requests.markSent(reserved);
            assertEquals(1, sent.sends());

            assertThrows(IllegalStateException.class, () -> requests.markSent(reserved));
            assertThrows(IllegalStateException.class, () -> requests.refuse(reserved, "too late"));
            requests.refuse(sent, "no");
            assertThrows(IllegalStateException.class, () -> requests.markSent(sent));
            assertThrows(IllegalStateException.class, () -> requests.giveUp(sent, cancel(1)));
            assertEquals(new Standing.Refused("no"), requests.standing(reserved.draft()));
        }
    }

    @Test
    void leavesItsNumberOpenWhenItIsRefused() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            requests.refuse(reserve(requests, draft(1)), "no");

            assertEquals(1, requests.nextSequence(SERIAL, DEVICE));
            assertEquals(Postage.ZERO, requests.setAside());
        }
    }

    @Test
    void sendsItsCancelOnceItIsGivenUpAndIsGivenUpOnce() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var sent = requests.markSent(reserve(requests, draft(1)));
            var givenUp = requests.giveUp(sent, cancel(1));

            assertTrue(givenUp.isGivenUp());
            assertEquals(cancel(1), givenUp.next());
            assertEquals(sent.next(), givenUp.sendings().getFirst());
            assertThrows(IllegalStateException.class, () -> requests.giveUp(givenUp, cancel(1)));

            assertTrue(requests.settle(sent.place(), voided(cancel(1), 1)));
            assertEquals(new Standing.Voided(), requests.standing(sent.draft()));
            assertEquals(2, requests.nextSequence(SERIAL, DEVICE));
        }
    }

    @Test
    void saysWhenALiveDraftWasAskedForHere() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var stored = reserve(requests, draft(1));
            assertEquals(Optional.of(CLOCK.instant()), requests.asked(stored.draft()));
            requests.settle(stored.place(), issued(stored));
            assertEquals(Optional.of(CLOCK.instant()), requests.asked(stored.draft()));

            var lost = lost(2);
            assertTrue(requests.settle(lost.place(), issued(lost)));
            var recovered = requests.draftAt(lost.place()).orElseThrow();
            assertEquals(Optional.empty(), requests.asked(recovered), "nobody here knows");
        }
    }

    @Test
    void aDraftThatWasRefusedStandsAsItsLastAttempt() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var draft = draft(1);
            requests.refuse(reserve(requests, draft), "the first");
            requests.refuse(reserve(requests, draft), "the second");
            assertEquals(new Standing.Refused("the second"), requests.standing(draft.id()));
            assertEquals(Optional.empty(), requests.asked(draft.id()));

            var live = reserve(requests, draft);
            assertEquals(new Standing.Open(live), requests.standing(draft.id()));
        }
    }

    @Test
    void holdsItsPiecesOnceItIsCharged() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var draft = draft(2);
            var stored = reserve(requests, draft);
            assertTrue(requests.settle(stored.place(), issued(stored)));

            var charged = assertInstanceOf(Standing.Charged.class, requests.standing(draft.id()));
            assertEquals(Postage.ofCents(148), charged.amount());
            assertEquals(draft.plans().get(1), charged.pieces().get(1).plan());
            assertEquals(charged.pieces(), requests.unprinted());
            assertEquals(List.of(issued(stored)), requests.replies(SERIAL));
            assertEquals(List.of(), requests.replies(new SerialNumber(7)));
            assertEquals(List.of(), requests.open());
        }
    }

    @Test
    void countsEachPrintingWithItsTime() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var stored = reserve(requests, draft(2));
            requests.settle(stored.place(), issued(stored));
            var second = new PieceId(stored.draft(), 1);

            requests.markPrinted(second, "Office laser", "");
            var printed = requests.markPrinted(second, "label.pdf", "paper jam").orElseThrow();
            assertEquals(
                    List.of(
                            new Printout(CLOCK.instant(), "Office laser", ""),
                            new Printout(CLOCK.instant(), "label.pdf", "paper jam")),
                    printed.printouts());
            assertEquals(
                    List.of(new PieceId(stored.draft(), 0)),
                    requests.unprinted().stream().map(piece -> piece.id()).toList());
            assertTrue(requests.markPrinted(new PieceId(stored.draft(), 2), "", "").isEmpty());
        }
    }

    @Test
    void hasOneOutcomeThatMayComeAgain() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var stored = reserve(requests, draft(1));

            assertTrue(requests.settle(stored.place(), issued(stored)));
            assertTrue(requests.settle(stored.place(), issued(stored)));
            assertFalse(requests.settle(stored.place(), voided(cancel(1), 1)));
            assertInstanceOf(Standing.Charged.class, requests.standing(stored.draft()));
        }
    }

    @Test
    void isRecoveredWhereTheOutboxHasLostIt() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var lost = lost(1);
            assertTrue(requests.settle(lost.place(), issued(lost)));
            assertTrue(requests.settle(lost.place(), issued(lost)));

            var draft = requests.draftAt(lost.place()).orElseThrow();
            var charged = assertInstanceOf(Standing.Charged.class, requests.standing(draft));
            assertInstanceOf(PrintPlan.Forgotten.class, charged.pieces().getFirst().plan());
            assertEquals(List.of(draft), requests.recent(10));
            assertEquals(2, requests.nextSequence(SERIAL, DEVICE));
        }
    }

    @Test
    void isClosedWhenALostOneHasItsNumber() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var stored = reserve(requests, draft(1));
            assertTrue(requests.settle(stored.place(), issued(lost(1))));

            assertInstanceOf(Standing.Refused.class, requests.standing(stored.draft()));
            assertEquals(List.of(), requests.open());
        }
    }

    @Test
    void isChargedAfterAllWhereARefusedOneWasExecuted() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var refused = reserve(requests, draft(1));
            requests.refuse(refused, "no");
            var other = reserve(requests, draft(2));
            assertEquals(2, requests.attempts(other.place()).size());

            assertTrue(requests.settle(other.place(), issued(refused)));
            assertInstanceOf(Standing.Charged.class, requests.standing(refused.draft()));
            assertInstanceOf(Standing.Refused.class, requests.standing(other.draft()));
        }
    }

    @Test
    void numbersEachDeviceOnItsOwn() {
        try (var outbox = open()) {
            var requests = outbox.requests();
            var stored = reserve(requests, draft(1));
            requests.settle(stored.place(), issued(stored));

            assertEquals(2, requests.nextSequence(SERIAL, DEVICE));
            assertEquals(1, requests.nextSequence(SERIAL, new DeviceId(2)));
            assertEquals(1, requests.nextSequence(new SerialNumber(7), DEVICE));
        }
    }

    private Outbox open() {
        return assertInstanceOf(Outbox.Opened.Ready.class, Outbox.open(folder, CLOCK)).outbox();
    }

    private static StoredRequest reserve(Requests requests, Draft draft) {
        var signed = signed(draft, requests.nextSequence(SERIAL, DEVICE));
        return assertInstanceOf(Reserved.Fresh.class, requests.reserve(draft, signed)).request();
    }

    private Draft draft(int pieces) {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("06484"),
                        new ZipCode("97201"),
                        DAY);
        var quote =
                new Quote(
                        new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                        DAY,
                        Collections.nCopies(pieces, new PricedMailpiece(piece, PRICE)),
                        new Postage(PRICE.mills() * pieces));
        var plan = new PrintPlan.Kept(ADDRESS, ADDRESS, "envelope", "First-Class Mail", "", "");
        return new Draft(DraftId.draw(random), quote, Collections.nCopies(pieces, plan));
    }

    private static DeviceSigned signed(Draft draft, long sequence) {
        var request =
                new MeterRequest.Dispense(
                        SERIAL, DEVICE, sequence, draft.quote().id(), draft.quote().pieces());
        return new DeviceSigned(request.canonical(), ANY_SIGNATURE);
    }

    private static DeviceSigned cancel(long sequence) {
        var cancel = new MeterRequest.Cancel(SERIAL, DEVICE, sequence);
        return new DeviceSigned(cancel.canonical(), ANY_SIGNATURE);
    }

    /// A request that another outbox has stored.
    private StoredRequest lost(long sequence) {
        return new StoredRequest(
                1,
                new DraftId(new UUID(0, 0)),
                List.of(signed(draft(3), sequence)),
                RequestState.SENT,
                1,
                CLOCK.instant());
    }

    private static MeterReply issued(StoredRequest stored) {
        var asked = stored.asked().pieces();
        return new MeterReply.Issued(
                receipt(stored.sendings().getFirst(), stored.place().sequence()),
                asked.stream().map(RequestsTest::indicium).toList());
    }

    private static MeterReply voided(DeviceSigned cancel, long sequence) {
        return new MeterReply.Voided(receipt(cancel, sequence));
    }

    private static SignedReceipt receipt(DeviceSigned request, long sequence) {
        return new SignedReceipt(
                new Receipt(
                        Bytes.of(new byte[16]),
                        SERIAL,
                        sequence,
                        CLOCK.instant(),
                        new RequestKey(DEVICE.number(), sequence, Hash.of(request.request())),
                        Hash.NONE,
                        Hash.NONE,
                        Registers.EMPTY,
                        1,
                        Hash.NONE),
                2,
                ANY_SIGNATURE);
    }

    private static Bytes indicium(PricedMailpiece piece) {
        return new EcdsaIndicium(
                        new Indicium(
                                SERIAL,
                                piece.price(),
                                piece.price(),
                                DAY,
                                piece.piece().weight(),
                                1,
                                MailClass.FIRST_CLASS,
                                RateCategory.LETTER,
                                77,
                                piece.piece().destination(),
                                piece.piece().origin(),
                                List.of(IndiciumFlag.SPECIMEN),
                                List.of()),
                        ANY_SIGNATURE)
                .bytes();
    }
}
