package org.franklin.client.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.client.App;
import org.franklin.client.OneMeter;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.history.PieceWords.Line;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.MeterReply;
import org.junit.jupiter.api.Test;

import java.util.List;

class PieceWordsTest {

    private static final Address VEGA =
            new Address(
                    List.of("Marisol Vega", "Vega Pottery", "17 Old Mill Ln"),
                    "Taos",
                    "NM",
                    ZipCode.parse("87571-0412"));

    private final Dates dates = new Dates(App.CLOCK.getZone());
    private final PieceWords words = new PieceWords(Texts.of(HistoryView.class), dates);
    private final OneMeter meter = new OneMeter();

    @Test
    void namesTheAddresseeAndTheRestOfTheAddress() {
        var entry = here(buy(List.of()), plan("", ""));

        assertEquals("Marisol Vega", words.to(entry));
        assertEquals("Vega Pottery, 17 Old Mill Ln, Taos NM 87571-0412", words.where(entry));
        assertEquals("Nov 20, 11:03", words.date(entry));
    }

    @Test
    void anAddressOfOneLineHasOnlyItsCityLeft() {
        var to = new Address(List.of("General Delivery"), "Taos", "NM", new ZipCode("87571"));
        var plan = new PrintPlan.Kept(to, to, "ENVELOPE_10", "First-Class Mail", "", "");

        assertEquals("Taos NM 87571", words.where(here(buy(List.of()), plan)));
    }

    @Test
    void putsThePriceAtTheClassOrBelowItsServices() {
        assertEquals(
                new Line("Letter, 1 oz", "$6.04"),
                words.lines(here(buy(List.of()), plan("", ""))).getFirst());
        assertEquals(
                List.of(
                        new Line("Letter, 1 oz", ""),
                        new Line("Certified Mail", ""),
                        new Line("Return Receipt", ""),
                        new Line("Postage", "$6.04")),
                words.lines(
                                here(
                                        buy(
                                                List.of(
                                                        ExtraService.CERTIFIED_MAIL,
                                                        ExtraService.RETURN_RECEIPT)),
                                        plan("", "")))
                        .subList(0, 4));
    }

    @Test
    void showsCostCodeAndReferenceWhereThereAreAny() {
        var lines = words.lines(here(buy(List.of()), plan("INV-7", "SALES")));

        assertEquals(new Line("Piece", "1"), lines.get(2));
        assertEquals(
                List.of(new Line("Cost code", "SALES"), new Line("Reference", "INV-7")),
                lines.subList(3, 5));
        assertEquals(3, words.lines(here(buy(List.of()), plan(" ", ""))).size());
    }

    @Test
    void saysWhereAnAddressIsWhenItIsNotHere() {
        var bought = buy(List.of());
        var issued = (MeterReply.Issued) meter.statement().steps().getLast();
        var elsewhere = new Entry.Elsewhere(bought.pieces().getFirst().indicium(), issued);
        var lost = here(bought, new PrintPlan.Forgotten());

        assertEquals("ZIP 87571-0412", words.to(elsewhere));
        assertEquals("Paid from computer 2; the address is kept there", words.where(elsewhere));
        assertEquals("ZIP 87571-0412", words.to(lost));
        assertEquals("The address was lost with this computer’s files", words.where(lost));
    }

    @Test
    void aDraftInDoubtHasNothingButItsAmount() {
        var doubt = new Entry.InDoubt(Paid.inDoubt("2026-11-23T14:10:00Z", "0.74"));

        assertEquals("Being checked", words.to(doubt));
        assertEquals("", words.where(doubt));
        assertEquals(List.of(new Line("Set aside", "$0.74")), words.lines(doubt));
        assertEquals(
                "Nov 23, 2026, 09:10\tBeing checked\t\t$0.74\tChecking\t", words.copied(doubt));
    }

    @Test
    void aCopiedRowCanBePastedIntoATable() {
        assertEquals(
                "Nov 20, 2026, 11:03\tMarisol Vega\tVega Pottery, 17 Old Mill Ln, Taos NM"
                        + " 87571-0412\t$6.04\tNot printed yet\t1",
                words.copied(here(buy(List.of()), plan("", ""))));
    }

    private Purchase.Charged buy(List<ExtraService> services) {
        return meter.buy(2, new Order("2026-11-20T16:03:00Z", VEGA, services, "6.04", 1), 0);
    }

    private static PrintPlan plan(String reference, String costCode) {
        return new PrintPlan.Kept(
                VEGA, VEGA, "ENVELOPE_10", "First-Class Mail", reference, costCode);
    }

    private static Entry.Here here(Purchase.Charged bought, PrintPlan plan) {
        var piece = bought.pieces().getFirst();
        return new Entry.Here(
                new PaidPiece(piece.id(), piece.indicium(), plan, piece.printouts()), bought);
    }
}
