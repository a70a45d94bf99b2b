package org.franklin.client;

import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.MailerId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Account;
import org.franklin.model.wire.Quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/// What an outbox may hold, made up: paid pieces, requests in doubt, an account.
public final class Paid {

    public static final SerialNumber METER = new SerialNumber(1042);

    private static final Address OFFICE = address("Franklin Demo Office", "Albany", "NY", "12207");

    private Paid() {}

    public static Balance balance(String descending) {
        return balance(descending, "0");
    }

    public static Balance balance(String descending, String setAside) {
        var account =
                new Account(
                        new MailerId("0123456789abcdef0123456789abcdef"),
                        "Franklin Demo Office",
                        PaymentMethod.SANDBOX_ACH,
                        METER,
                        new Registers(Postage.parse("61.37"), Postage.parse(descending)),
                        81,
                        79,
                        false);
        return new Balance(account, Postage.parse(setAside));
    }

    /// A letter of one ounce, printed so many times.
    public static Purchase.Charged letter(String time, Address to, int printed) {
        return charged(time, to, RateCategory.LETTER, 1, List.of(), "0.74", printed);
    }

    public static Purchase.Charged charged(
            String time,
            Address to,
            RateCategory category,
            int ounces,
            List<ExtraService> services,
            String price,
            int printed) {
        var at = Instant.parse(time);
        long number = at.getEpochSecond() % 100_000;
        var draft = new DraftId(new UUID(1, number));
        var indicium =
                new Indicium(
                        METER,
                        Postage.parse("61.37"),
                        Postage.parse(price),
                        LocalDate.of(2026, 11, 23),
                        Weight.ofOunces(ounces),
                        number,
                        MailClass.FIRST_CLASS,
                        category,
                        77,
                        to.zip(),
                        OFFICE.zip(),
                        List.of(IndiciumFlag.SPECIMEN),
                        services);
        byte[] signature = new byte[64];
        new SplittableRandom(number).nextBytes(signature);
        var plan = new PrintPlan.Kept(to, OFFICE, "ENVELOPE_10", "First-Class Mail", "", "");
        var printings =
                IntStream.range(0, printed)
                        .mapToObj(i ->
                                new Printout(
                                        at.plusSeconds(60L * (i + 1)),
                                        "Office laser",
                                        i == 0 ? "" : "Paper jam"))
                        .toList();
        var piece =
                new PaidPiece(
                        new PieceId(draft, 0),
                        new EcdsaIndicium(indicium, Bytes.of(signature)),
                        plan,
                        printings);
        return new Purchase.Charged(
                draft, List.of(piece), Postage.parse(price), receipt(at, "86.52", 80));
    }

    /// Prices that are made up: a letter's for each ounce begun, and a service's for each service.
    public static Asked<Quote> quoted(List<Mailpiece> pieces) {
        var priced =
                pieces.stream()
                        .map(piece ->
                                new PricedMailpiece(
                                        piece,
                                        Postage.ofCents(
                                                45
                                                        + 29L * piece.weight().startedOunces()
                                                        + 530L * piece.services().size())))
                        .toList();
        var total = priced.stream().map(PricedMailpiece::price).reduce(Postage.ZERO, Postage::plus);
        var id = new QuoteId(Bytes.of(new byte[QuoteId.LENGTH]));
        return new Asked.Given<>(new Quote(id, LocalDate.of(2026, 7, 12), priced, total));
    }

    /// The same pieces at one price each.
    public static Asked<Quote> quotedAt(String price, List<Mailpiece> pieces) {
        var each = Postage.parse(price);
        var priced = pieces.stream().map(piece -> new PricedMailpiece(piece, each)).toList();
        var total = new Postage(each.mills() * pieces.size());
        var id = new QuoteId(Bytes.of(new byte[QuoteId.LENGTH]));
        return new Asked.Given<>(new Quote(id, LocalDate.of(2026, 7, 12), priced, total));
    }

    public static PrintPlan.Kept plan() {
        var to = address("Dana Whitfield", "Portland", "OR", "97201");
        return new PrintPlan.Kept(to, OFFICE, "ENVELOPE_10", "First-Class Mail", "", "SALES");
    }

    /// What comes of a draft that is paid.
    public static Purchase.Charged charged(Draft draft) {
        var plan = draft.plans().getFirst();
        var piece = draft.quote().pieces().getFirst();
        var like =
                charged(
                        "2026-11-23T14:14:03Z",
                        plan.to(),
                        piece.piece().category(),
                        1,
                        piece.piece().services(),
                        piece.price().toString(),
                        0);
        var paid =
                new PaidPiece(
                        new PieceId(draft.id(), 0),
                        like.pieces().getFirst().indicium(),
                        plan,
                        List.of());
        return new Purchase.Charged(draft.id(), List.of(paid), piece.price(), like.receipt());
    }

    /// The same, with one more printing of a piece, five minutes after [App#NOW].
    static Purchase printed(Purchase purchase, PieceId id, String where, String reason) {
        if (!(purchase instanceof Purchase.Charged charged)) {
            return purchase;
        }
        var pieces =
                charged.pieces().stream()
                        .map(piece -> piece.id().equals(id) ? printed(piece, where, reason) : piece)
                        .toList();
        return new Purchase.Charged(charged.draft(), pieces, charged.amount(), charged.receipt());
    }

    private static PaidPiece printed(PaidPiece piece, String where, String reason) {
        var printouts = new ArrayList<>(piece.printouts());
        printouts.add(new Printout(App.NOW.plusSeconds(300), where, reason));
        return new PaidPiece(piece.id(), piece.indicium(), piece.plan(), printouts);
    }

    public static Purchase.Checking inDoubt(String since, String amount) {
        return new Purchase.Checking(
                new DraftId(new UUID(2, 1)),
                Postage.parse(amount),
                Instant.parse(since),
                Doubt.NO_ANSWER);
    }

    public static SignedReceipt receipt(Instant time, String descending, long counter) {
        var receipt =
                new Receipt(
                        Bytes.of(new byte[16]),
                        METER,
                        counter,
                        time,
                        new RequestKey(1, counter, Hash.NONE),
                        Hash.NONE,
                        Hash.NONE,
                        new Registers(Postage.parse("61.37"), Postage.parse(descending)),
                        counter,
                        Hash.NONE);
        return new SignedReceipt(receipt, 77, Bytes.of(new byte[64]));
    }

    public static Address address(String name, String city, String state, String zip) {
        return new Address(List.of(name, "12 Spruce St"), city, state, ZipCode.parse(zip));
    }

    /// The days that the drawing of home shows: one piece unprinted, others in several states.
    public static List<Purchase> aMonth() {
        return List.of(
                letter(
                        "2026-11-20T21:52:00Z",
                        address("Okafor Dental Group", "Ithaca", "NY", "14850"),
                        0),
                charged(
                        "2026-11-20T16:03:00Z",
                        address("Marisol Vega", "Taos", "NM", "87571"),
                        RateCategory.LETTER,
                        1,
                        List.of(ExtraService.CERTIFIED_MAIL),
                        "6.04",
                        2),
                letter(
                        "2026-11-19T20:40:00Z",
                        address("Bluebird Preschool", "Boise", "ID", "83702"),
                        1),
                charged(
                        "2026-11-18T15:21:00Z",
                        address("Hilo Bay Books", "Hilo", "HI", "96720"),
                        RateCategory.LARGE_ENVELOPE,
                        2,
                        List.of(),
                        "1.90",
                        1),
                letter(
                        "2026-11-17T15:21:00Z",
                        address("Juniper Legal Aid", "Provo", "UT", "84601"),
                        1),
                charged(
                        "2026-11-12T15:21:00Z",
                        address("Kestrel Optics", "Duluth", "MN", "55802"),
                        RateCategory.LARGE_ENVELOPE,
                        4,
                        List.of(),
                        "2.44",
                        1),
                letter(
                        "2026-11-10T15:21:00Z",
                        address("Wren & Daughters", "Macon", "GA", "31201"),
                        1),
                charged(
                        "2026-11-06T15:21:00Z",
                        address("Harbor Light School", "Salem", "OR", "97301"),
                        RateCategory.LARGE_ENVELOPE,
                        6,
                        List.of(),
                        "2.98",
                        1),
                letter(
                        "2026-11-04T15:21:00Z",
                        address("Prairie Seed Co", "Salina", "KS", "67401"),
                        1));
    }
}
