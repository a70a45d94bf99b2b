package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Purchase.Charged;
import org.franklin.client.datacenter.outcome.Purchase.Checking;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.mail.Weight;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A reply proves itself or is kept as evidence; the data center's word decides nothing.
class BeliefTest {

    /// Lies about an honest reply for three pieces.
    enum Lie {
        SIGNED_BY_THE_METERS_OWN_KEY,
        SIGNATURE_CHANGED,
        UNKNOWN_CERTIFICATE,
        OF_ANOTHER_METER,
        OF_ANOTHER_DEVICE,
        OF_ANOTHER_NUMBER,
        REGISTERS_CHANGED,
        AN_INDICIUM_MISSING,
        AN_INDICIUM_TWICE,
        INDICIA_SWAPPED,
        AN_INDICIUM_CHANGED,
        AN_INDICIUM_SIGNED_TWICE,
        A_CHEAPER_INDICIUM,
        ANOTHER_WEIGHT,
        ANOTHER_DATE,
        NO_INDICIA,
        A_CANCEL,
        A_REFILL,
        AN_ENROLMENT,
        A_REVOCATION
    }

    @TempDir private Path folder;

    private final FakeDataCenter dataCenter = new FakeDataCenter();
    private final FakePost post = dataCenter.post();

    @AfterEach
    void close() {
        dataCenter.close();
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void keepsALieAsEvidenceAndGoesOnChecking(Lie lie) {
        assertNotBelieved(ask -> told(lie, (Issued) ask).canonical());
    }

    @Test
    void keepsBytesThatAreNoReplyAsEvidence() {
        assertNotBelieved(reply -> reply.canonical().plus(Bytes.ofHex("00")));
    }

    @Test
    void doesNotTakeTheReplyToOtherBytesForItsOwn() {
        try (var office = Office.funded(folder, dataCenter.identity())) {
            dataCenter.play(ask -> {
                var honest = (Issued) ask.done();
                var receipt = honest.receipt().receipt();
                var other = Hash.of(Bytes.ofHex("07"));
                var key =
                        new RequestKey(
                                receipt.request().actor(), receipt.request().sequence(), other);
                ask.answer(
                        new FakeMeter.Answer.Done(
                                new Issued(post.sign(with(receipt, key)), honest.indicia())));
            });
            var draft = office.draft();

            Office.refusal(Refusal.Overtaken.class, office.desk().buy(draft));
            // A meter box signed it, so it is a piece of this meter's, though not this draft's.
            assertEquals(1, office.desk().unprinted().size());
            assertInstanceOf(Charged.class, office.desk().recent(1).getFirst());
        }
    }

    @Test
    void believesNoPostageThatAnswersACancel() {
        try (var office = Office.funded(folder, dataCenter.identity())) {
            var cancel = new MeterRequest.Cancel(post.serial(), new DeviceId(1), 1);
            dataCenter.play(
                    FakeDataCenter.LOSE_THE_ANSWER,
                    ask ->
                            ask.answer(
                                    new FakeMeter.Answer.Done(
                                            issued((Issued) ask.done(), RequestKey.of(cancel)))));
            var draft = office.draft();
            office.desk().buy(draft);

            var checking = assertInstanceOf(Checking.class, office.desk().giveUp(draft.id()));
            assertEquals(Doubt.NOT_BELIEVED, checking.doubt());
            assertInstanceOf(Charged.class, office.desk().check(draft.id()));
        }
    }

    @Test
    void believesNothingUnderAnotherPostsRoot() {
        try (var office = Office.funded(folder, dataCenter.identity())) {
            var other = new FakePost(post.serial());
            dataCenter.keys(other.keys());
            dataCenter.play(ask -> {
                var honest = (Issued) ask.done();
                var signed = other.sign(honest.receipt().receipt());
                var lie = new Issued(signed, honest.indicia());
                ask.answer(new FakeMeter.Answer.Done(lie));
            });

            var checking = assertInstanceOf(Checking.class, office.desk().buy(office.draft()));
            assertEquals(Doubt.NOT_BELIEVED, checking.doubt());
        }
    }

    @Test
    void fetchesTheKeysAgainForACertificateThatIsNewer() {
        try (var office = Office.funded(folder, dataCenter.identity())) {
            var all = post.keys();
            dataCenter.keys(new Keys(all.root(), all.certificates().subList(0, 2), 5));
            office.signedOn();
            dataCenter.keys(all);

            office.charged(office.draft());
        }
    }

    private void assertNotBelieved(Function<MeterReply, Bytes> lie) {
        try (var office = Office.funded(folder, dataCenter.identity())) {
            var told = new AtomicReference<>(Bytes.EMPTY);
            FakeDataCenter.Trick lies =
                    ask -> {
                        var reply = ask.done();
                        var _ =
                                told.updateAndGet(before ->
                                        before.equals(Bytes.EMPTY) ? lie.apply(reply) : before);
                        FakeDataCenter.send(ask.exchange(), 200, new Outcome(told.get()));
                    };
            dataCenter.play(lies, lies);
            var draft = office.draft(3);

            for (int i = 0; i < 2; i++) {
                var checking = assertInstanceOf(Checking.class, office.desk().buy(draft));
                assertEquals(Doubt.NOT_BELIEVED, checking.doubt());
                assertEquals(1, office.evidence().size());
                assertEquals(told.get(), office.evidence().getFirst().bytes());
                assertEquals(List.of(), office.desk().unprinted());
            }
            assertEquals(3, office.charged(draft).pieces().size());
            assertEquals(Postage.ofCents(3 * 74), dataCenter.meter().registers().ascending());
        }
    }

    private MeterReply told(Lie lie, Issued honest) {
        var receipt = honest.receipt().receipt();
        var key = receipt.request();
        return switch (lie) {
            case SIGNED_BY_THE_METERS_OWN_KEY ->
                    new Issued(post.signAsMeter(receipt), honest.indicia());
            case SIGNATURE_CHANGED ->
                    new Issued(
                            new SignedReceipt(
                                    receipt,
                                    FakePost.RECEIPTS,
                                    post.signIndicium(Bytes.ofHex("01"))),
                            honest.indicia());
            case UNKNOWN_CERTIFICATE ->
                    new Issued(
                            new SignedReceipt(receipt, 99, honest.receipt().signature()),
                            honest.indicia());
            case OF_ANOTHER_METER ->
                    new Issued(post.sign(with(receipt, new SerialNumber(7))), honest.indicia());
            case OF_ANOTHER_DEVICE ->
                    issued(honest, new RequestKey(key.actor() + 1, key.sequence(), key.request()));
            case OF_ANOTHER_NUMBER ->
                    issued(honest, new RequestKey(key.actor(), key.sequence() + 1, key.request()));
            case REGISTERS_CHANGED -> new Issued(post.sign(richer(receipt)), honest.indicia());
            case AN_INDICIUM_MISSING -> resigned(honest, honest.indicia().subList(1, 3));
            case AN_INDICIUM_TWICE ->
                    resigned(
                            honest,
                            List.of(
                                    honest.indicia().get(0),
                                    honest.indicia().get(2),
                                    honest.indicia().get(2)));
            case INDICIA_SWAPPED -> resigned(honest, honest.indicia().reversed());
            case AN_INDICIUM_CHANGED -> resigned(honest, changed(honest, bytes -> flipped(bytes)));
            case AN_INDICIUM_SIGNED_TWICE ->
                    new Issued(honest.receipt(), changed(honest, this::signedAgain));
            case A_CHEAPER_INDICIUM -> resigned(honest, changed(honest, this::cheaper));
            case ANOTHER_WEIGHT -> resigned(honest, changed(honest, this::heavier));
            case ANOTHER_DATE -> resigned(honest, changed(honest, this::later));
            case NO_INDICIA -> resigned(honest, List.of());
            case A_CANCEL -> new MeterReply.Voided(honest.receipt());
            case A_REFILL -> new MeterReply.Refilled(honest.receipt());
            case AN_ENROLMENT -> new MeterReply.Enrolled(honest.receipt(), new DeviceId(2));
            case A_REVOCATION -> new MeterReply.Revoked(honest.receipt(), new DeviceId(2));
        };
    }

    /// The box itself vouches for the indicia: only what they say is wrong.
    private MeterReply resigned(Issued honest, List<Bytes> indicia) {
        var receipt = honest.receipt().receipt();
        return new Issued(
                post.sign(
                        new Receipt(
                                receipt.cluster(),
                                receipt.serial(),
                                receipt.counter(),
                                receipt.time(),
                                receipt.request(),
                                receipt.record(),
                                receipt.previousRecord(),
                                receipt.registers(),
                                receipt.pieces(),
                                ReceiptChain.rootOf(indicia))),
                indicia);
    }

    private MeterReply issued(Issued honest, RequestKey key) {
        return new Issued(post.sign(with(honest.receipt().receipt(), key)), honest.indicia());
    }

    private static List<Bytes> changed(Issued honest, UnaryOperator<Bytes> change) {
        var indicia = new ArrayList<>(honest.indicia());
        indicia.set(1, change.apply(indicia.get(1)));
        return indicia;
    }

    private static Bytes flipped(Bytes symbol) {
        byte[] bytes = symbol.toArray();
        bytes[20] ^= 1;
        return Bytes.of(bytes);
    }

    /// As genuine as the first, and not the one that the receipt states.
    private Bytes signedAgain(Bytes symbol) {
        return said(symbol, Postage.ofCents(74), Weight.ofOunces(1), 0);
    }

    private Bytes cheaper(Bytes symbol) {
        return said(symbol, Postage.ofCents(1), Weight.ofOunces(1), 0);
    }

    private Bytes heavier(Bytes symbol) {
        return said(symbol, Postage.ofCents(74), Weight.ofOunces(2), 0);
    }

    private Bytes later(Bytes symbol) {
        return said(symbol, Postage.ofCents(74), Weight.ofOunces(1), 1);
    }

    /// A genuine indicium of the meter that says something else.
    private Bytes said(Bytes symbol, Postage postage, Weight weight, int days) {
        var honest = IndiciumForm.decode(symbol).orThrow().indicium();
        LocalDate date = honest.mailingDate().plusDays(days);
        var other =
                new Indicium(
                        honest.serial(),
                        honest.ascending(),
                        postage,
                        date,
                        weight,
                        honest.pieceCount(),
                        honest.mailClass(),
                        honest.category(),
                        honest.certificate(),
                        honest.destination(),
                        honest.origin(),
                        honest.flags(),
                        honest.services());
        return new EcdsaIndicium(other, post.signIndicium(IndiciumForm.data(other))).bytes();
    }

    private static Receipt with(Receipt receipt, RequestKey key) {
        return new Receipt(
                receipt.cluster(),
                receipt.serial(),
                receipt.counter(),
                receipt.time(),
                key,
                receipt.record(),
                receipt.previousRecord(),
                receipt.registers(),
                receipt.pieces(),
                receipt.indiciaRoot());
    }

    private static Receipt with(Receipt receipt, SerialNumber serial) {
        return new Receipt(
                receipt.cluster(),
                serial,
                receipt.counter(),
                receipt.time(),
                receipt.request(),
                receipt.record(),
                receipt.previousRecord(),
                receipt.registers(),
                receipt.pieces(),
                receipt.indiciaRoot());
    }

    private static Receipt richer(Receipt receipt) {
        return new Receipt(
                receipt.cluster(),
                receipt.serial(),
                receipt.counter(),
                receipt.time(),
                receipt.request(),
                receipt.record(),
                receipt.previousRecord(),
                receipt.registers().dispense(Postage.ofCents(1)),
                receipt.pieces(),
                receipt.indiciaRoot());
    }
}
