package org.franklin.client.history.piece;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.OneMeter;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.history.piece.Entry.Elsewhere;
import org.franklin.client.history.piece.Entry.Here;
import org.franklin.client.history.piece.Entry.InDoubt;
import org.franklin.client.ui.control.PieceState;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mail.Address;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/// What is listed of what this computer and the meter know.
class LedgerTest {

    private static final Computer HERE = new Computer(new DeviceId(1), ZoneOffset.UTC);
    private static final Address DANA =
            Paid.address("Dana Whitfield", "Portland", "OR", "97201-4418");

    private final OneMeter meter = new OneMeter();

    @Test
    void listsEachPieceOnceWhoeverPaidForIt() {
        var random = new Random(7);
        var drafts = new ArrayList<Purchase>();
        long sum = 0;
        for (int i = 0; i < 60; i++) {
            int pieces = 1 + random.nextInt(4);
            int computer = 1 + random.nextInt(3);
            var bought = meter.buy(computer, order(i, pieces), 1);
            if (computer == 1) {
                drafts.addFirst(bought);
            }
            sum += pieces;
        }
        var ledger = Ledger.of(drafts, meter.statement().steps(), HERE);

        assertEquals(sum, ledger.rows().size());
        assertEquals(sum, new HashSet<>(ledger.rows().stream().map(Row::key).toList()).size());
        for (int i = 1; i < ledger.rows().size(); i++) {
            assertEquals(
                    ledger.rows().get(i - 1).pieceCount() - 1,
                    ledger.rows().get(i).pieceCount(),
                    "the meter counts its pieces, and the newest comes first");
        }
    }

    @Test
    void saysOfAPieceFromElsewhereOnlyWhatIsSigned() {
        meter.buy(2, order(0, 1), 1);
        var row = Ledger.of(List.of(), meter.statement().steps(), HERE).rows().getFirst();
        var elsewhere = assertInstanceOf(Elsewhere.class, row.entry());

        assertEquals(2, elsewhere.computer());
        assertEquals(PieceState.ELSEWHERE, elsewhere.state());
        assertEquals(Postage.parse("0.74"), elsewhere.price());
        assertTrue(row.words().contains(" 97201"));
        assertTrue(!row.words().contains("dana"));
    }

    @Test
    void listsAnOwnPieceThatAnOutboxFromABackupLacks() {
        meter.buy(1, order(0, 1), 1);

        assertEquals(1, Ledger.of(List.of(), meter.statement().steps(), HERE).rows().size());
    }

    @Test
    void leavesOutWhatWasNotCharged() {
        var refused =
                new Purchase.NotCharged(
                        Paid.inDoubt("2026-11-23T14:10:00Z", "0.74").draft(),
                        new Refusal.GivenUp());

        assertEquals(Ledger.EMPTY, Ledger.of(List.of(refused), List.of(), HERE));
    }

    @Test
    void aDraftInDoubtKeepsItsPlaceWhenItTurnsOutToBeCharged() {
        var doubt = Paid.inDoubt("2026-11-23T14:10:00Z", "0.74");
        var like = meter.buy(1, order(0, 1), 0);
        var piece = like.pieces().getFirst();
        var id = new org.franklin.client.datacenter.draft.PieceId(doubt.draft(), 0);
        var charged = new PaidPiece(id, piece.indicium(), piece.plan(), List.of());
        var bought =
                new Purchase.Charged(
                        doubt.draft(), List.of(charged), like.amount(), like.receipt());

        assertEquals(new InDoubt(doubt).key(), new Here(charged, bought).key());
        assertEquals(doubt.since(), new InDoubt(doubt).time());
    }

    @Test
    void aPieceWithoutItsAddressIsFoundByWhatIsSigned() {
        var bought = meter.buy(1, order(0, 1), 0);
        var piece = bought.pieces().getFirst();
        var lost =
                new PaidPiece(piece.id(), piece.indicium(), new PrintPlan.Forgotten(), List.of());
        var draft =
                new Purchase.Charged(
                        bought.draft(), List.of(lost), bought.amount(), bought.receipt());
        var row = Ledger.of(List.of(draft), List.of(), HERE).rows().getFirst();

        assertTrue(row.words().contains(" 97201"));
        assertEquals(PieceState.NOT_PRINTED, row.entry().state());
    }

    @Test
    void tellsTheLifeOfEachKindOfEntry() {
        var bought = meter.buy(2, order(0, 3), 0);
        var step = assertInstanceOf(MeterReply.Issued.class, meter.statement().steps().getLast());
        var receipt = bought.receipt().receipt();
        var charged = new Fact.Charged(receipt.time(), Postage.parse("2.22"), 3, receipt.counter());

        assertEquals(
                List.of(charged, new Fact.NotPrintedYet(), new Fact.NotSeenYet()),
                Fact.of(new Here(bought.pieces().getFirst(), bought)));
        assertEquals(
                List.of(charged, new Fact.PrintedElsewhere(2), new Fact.NotSeenYet()),
                Fact.of(new Elsewhere(bought.pieces().getFirst().indicium(), step)));
        var doubt = Paid.inDoubt("2026-11-23T14:10:00Z", "0.74");
        assertEquals(
                List.of(
                        new Fact.Reserved(doubt.since()),
                        new Fact.NotKnownIfCharged(doubt.doubt())),
                Fact.of(new InDoubt(doubt)));
    }

    @Test
    void whatIsNoIndiciumCountsAsNothing() {
        var bought = meter.buy(1, order(0, 1), 0);
        var symbol = bought.pieces().getFirst().indicium().bytes();

        assertEquals(
                Postage.parse("0.74"),
                Symbols.sum(List.of(symbol, Bytes.of(new byte[109]), Bytes.EMPTY)));
    }

    private static Order order(int hour, int pieces) {
        String time = "2026-11-%02dT%02d:00:00Z".formatted(2 + hour / 24, hour % 24);
        return new Order(time, DANA, List.of(), "0.74", pieces);
    }
}
