package org.franklin.client.history.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.OneMeter;
import org.franklin.client.OneMeter.Order;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.history.piece.Chain;
import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.proof.Check.Finding;
import org.franklin.client.history.proof.Check.Thing;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class ProofTest {

    private static final Order THREE =
            new Order(
                    "2026-11-20T16:03:00Z",
                    Paid.address("Dana Whitfield", "Portland", "OR", "97201-4418"),
                    List.of(),
                    "0.74",
                    3);

    private final OneMeter meter = new OneMeter();
    private final Purchase.Charged bought = meter.buy(1, THREE, 1);
    private final Entry.Here here = new Entry.Here(bought.pieces().get(1), bought);

    @Test
    void aGenuineReceiptIsProvenInEveryWay() {
        var proof =
                ReceiptProof.of(here, Chain.of(meter.statement())).checkedWith(meter.keys().keys());

        assertEquals(List.of(Finding.HOLDS, Finding.HOLDS, Finding.HOLDS), findings(proof));
        assertEquals(Postage.parse("2.22"), proof.charged());
        assertEquals(3, proof.pieces());
    }

    @Test
    void aPieceFromElsewhereIsProvenTheSameWay() {
        var step = assertInstanceOf(MeterReply.Issued.class, meter.statement().steps().getLast());
        var elsewhere = new Entry.Elsewhere(here.indicium(), step);

        assertEquals(
                ReceiptProof.of(here, Chain.of(meter.statement())),
                ReceiptProof.of(elsewhere, Chain.of(meter.statement())));
    }

    @Test
    void claimsOnlyWhatWasChecked() {
        for (Chain chain :
                List.of(
                        new Chain.Unread(),
                        new Chain.Reading(),
                        Chain.of(new VerifiedStatement.NotRead(new Refusal.Offline())),
                        Chain.of(new VerifiedStatement.Broken(99, "elsewhere")),
                        Chain.of(new OneMeter().statement()))) {
            assertEquals(
                    List.of(Finding.OPEN, Finding.HOLDS, Finding.OPEN),
                    findings(ReceiptProof.of(here, chain)),
                    chain.toString());
        }
    }

    @Test
    void aReceiptAtWhichTheHistoryBreaksIsNotFollowed() {
        long counter = bought.receipt().receipt().counter();
        var proof = ReceiptProof.of(here, new Chain.Broken(counter, "a law"));

        assertEquals(List.of(Finding.OPEN, Finding.HOLDS, Finding.FAILS), findings(proof));
    }

    @Test
    void aReceiptOfOtherPiecesOrOfAnotherPostFails() {
        var other = meter.buy(1, THREE, 1);
        var swapped =
                new Purchase.Charged(
                        bought.draft(), other.pieces(), bought.amount(), bought.receipt());
        var proof =
                ReceiptProof.of(
                                new Entry.Here(other.pieces().getFirst(), swapped),
                                new Chain.Unread())
                        .checkedWith(new OneMeter().keys().keys());

        assertEquals(List.of(Finding.FAILS, Finding.FAILS, Finding.OPEN), findings(proof));
    }

    @Test
    void aGenuinePieceIsProvenAsWhatItSays() {
        var proof = IndiciumProof.of(here.indicium(), meter.keys());

        assertTrue(proof.isGenuine());
        assertTrue(proof.checks().stream().allMatch(check -> check.finding() == Finding.HOLDS));
        assertEquals(OneMeter.KEYS_TIME, proof.keysOf());
    }

    @Test
    void whereOneCheckFailsThoseBehindItAreOpen() {
        var altered =
                new EcdsaIndicium(
                        here.indicium().indicium(),
                        ((EcdsaIndicium) bought.pieces().getFirst().indicium()).signature());
        var late =
                meter.sign(
                        meter.indicium(
                                THREE, LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1)));

        assertFails(altered, meter, Thing.SIGNATURE, Verdict.Altered.class);
        assertFails(late, meter, Thing.DATE, Verdict.WrongDate.class);
        assertFails(here.indicium(), new OneMeter(), Thing.SIGNATURE, Verdict.Altered.class);
    }

    @Test
    void tokensAreNeitherGenuineNorForgedHere() {
        var token = new DigitalToken("5160042397");
        var tokened =
                new TokenIndicium(here.indicium().indicium(), Postage.ofDollars(9), token, token);

        var proof = IndiciumProof.of(tokened, meter.keys());

        assertInstanceOf(Verdict.TokensUnchecked.class, proof.verdict());
        assertFalse(proof.isGenuine());
        assertEquals(
                List.of(Finding.HOLDS, Finding.HOLDS, Finding.OPEN, Finding.HOLDS),
                proof.checks().stream().map(Check::finding).toList());
    }

    private static void assertFails(
            SignedIndicium signed, OneMeter keys, Thing thing, Class<? extends Verdict> verdict) {
        var proof = IndiciumProof.of(signed, keys.keys());
        assertInstanceOf(verdict, proof.verdict());
        assertFalse(proof.isGenuine());
        for (Check check : proof.checks()) {
            int order = check.thing().compareTo(thing);
            assertEquals(
                    order < 0 ? Finding.HOLDS : order == 0 ? Finding.FAILS : Finding.OPEN,
                    check.finding(),
                    check.toString());
        }
    }

    private static List<Finding> findings(ReceiptProof proof) {
        return proof.checks().stream().map(Check::finding).toList();
    }
}
