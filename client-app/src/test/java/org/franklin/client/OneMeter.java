package org.franklin.client;

import org.franklin.client.datacenter.FakePost;
import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.draft.PieceId;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.datacenter.draft.Printout;
import org.franklin.client.datacenter.outcome.KeptKeys;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.mail.Address;
import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.money.Postage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// A meter in memory that really signs: what its computers bought, its statement, its keys.
public final class OneMeter {

    /// What is bought at once, each piece at the same price.
    public record Order(
            String time, Address to, List<ExtraService> services, String price, int pieces) {

        public static Order letter(String time, Address to) {
            return new Order(time, to, List.of(), "0.74", 1);
        }
    }

    public static final Instant KEYS_TIME = Instant.parse("2026-11-23T13:00:00Z");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private final FakePost post = new FakePost(Paid.METER);
    private final List<MeterReply> steps = new ArrayList<>();
    private Registers registers = Registers.EMPTY;
    private long pieces;

    public OneMeter() {
        Instant begun = Instant.parse("2026-11-01T14:00:00Z");
        steps.add(new MeterReply.Admitted(post.sign(receipt(begun, -1, List.of()))));
        registers = registers.refill(Postage.ofDollars(10_000));
        steps.add(new MeterReply.Refilled(post.sign(receipt(begun, 0, List.of()))));
    }

    public KeptKeys keys() {
        return new KeptKeys(post.verificationKeys(), KEYS_TIME);
    }

    public VerifiedStatement.Holds statement() {
        return new VerifiedStatement.Holds(steps, registers, registers.controlTotal());
    }

    /// One step of the meter, asked for by a computer; each piece is printed so often there.
    public Purchase.Charged buy(int computer, Order order, int printed) {
        var time = Instant.parse(order.time());
        var signed = new ArrayList<SignedIndicium>();
        for (int i = 0; i < order.pieces(); i++) {
            registers = registers.dispense(Postage.parse(order.price()));
            signed.add(sign(indicium(order, today)));
        }
        var symbols = signed.stream().map(SignedIndicium::bytes).toList();
        var receipt = post.sign(receipt(time, computer, symbols));
        steps.add(new MeterReply.Issued(receipt, symbols));
        var draft = new DraftId(new UUID(computer, receipt.receipt().counter()));
        var plan =
                new PrintPlan.Kept(
                        order.to(), order.to(), "ENVELOPE_10", "First-Class Mail", "", "");
        var printouts = Collections.nCopies(printed, new Printout(time, "Office laser", ""));
        var paid =
                IntStream.range(0, signed.size())
                        .mapToObj(i ->
                                new PaidPiece(
                                        new PieceId(draft, i), signed.get(i), plan, printouts))
                        .toList();
        var sum = new Postage(Postage.parse(order.price()).mills() * order.pieces());
        return new Purchase.Charged(draft, paid, sum, receipt);
    }

    public SignedIndicium sign(Indicium indicium) {
        return new EcdsaIndicium(indicium, post.signIndicium(IndiciumForm.data(indicium)));
    }

    /// The next piece, dated as it is wanted.
    public Indicium indicium(Order order, LocalDate mailingDate) {
        pieces++;
        return new Indicium(
                Paid.METER,
                registers.ascending(),
                Postage.parse(order.price()),
                mailingDate,
                Weight.ofOunces(1),
                pieces,
                MailClass.FIRST_CLASS,
                RateCategory.LETTER,
                FakePost.METER,
                order.to().zip(),
                order.to().zip().five(),
                List.of(IndiciumFlag.SPECIMEN),
                order.services());
    }

    private Receipt receipt(Instant time, int actor, List<Bytes> symbols) {
        return new Receipt(
                Bytes.of(new byte[16]),
                Paid.METER,
                steps.size(),
                time,
                new RequestKey(actor, steps.size(), hash("request")),
                hash("record"),
                steps.isEmpty() ? Hash.NONE : steps.getLast().receipt().receipt().record(),
                registers,
                pieces,
                symbols.isEmpty() ? Hash.NONE : ReceiptChain.rootOf(symbols));
    }

    private Hash hash(String what) {
        String text = what + " " + steps.size();
        return Hash.of(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
