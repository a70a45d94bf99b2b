package org.franklin.model.indicium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.ReceiptChain.Finding.Broken;
import org.franklin.model.indicium.ReceiptChain.Finding.Holds;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterReply.Refilled;
import org.franklin.model.meter.MeterReply.Voided;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;

import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A meter's history proves itself from public keys, and shows where it was tampered with.
class ReceiptChainTest {

    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final Bytes CLUSTER = Bytes.of(new byte[16]);
    private static final int BOX = 2;
    private static final int METER = 77;

    private final TestAuthority post = new TestAuthority();
    private final KeyPair box = TestAuthority.keyPair();
    private final KeyPair meter = TestAuthority.keyPair();
    private final ReceiptVerifier verifier =
            new ReceiptVerifier(
                    VerificationKeys.of(
                                    post.root(),
                                    List.of(
                                            post.certifyBox(BOX, box),
                                            post.certify(SERIAL, METER, meter)))
                            .orThrow());
    private final ReceiptChain chain = new ReceiptChain(verifier);
    private final List<MeterReply> history = history();

    @Test
    void anHonestHistoryHolds() {
        var holds = assertInstanceOf(Holds.class, chain.check(history));

        assertEquals(receipt(history.getLast()), holds.last());
        assertEquals(Postage.ofDollars(70), holds.last().registers().controlTotal());
        assertEquals(Postage.ofCents(3 * 74), holds.last().registers().ascending());
    }

    @Test
    void aHistoryGoesOnFromWhatWasChecked() {
        for (int cut = 1; cut <= history.size(); cut++) {
            var first = assertInstanceOf(Holds.class, chain.check(history.subList(0, cut)));
            var rest = chain.goOn(first.last(), history.subList(cut, history.size()));

            assertEquals(chain.check(history), rest);
        }
    }

    @Test
    void aStepLeftOutBreaksTheNext() {
        for (int left = 0; left < history.size() - 1; left++) {
            var without = new ArrayList<>(history);
            without.remove(left);

            assertEquals(left + 1, broken(without).counter());
        }
    }

    @Test
    void aStepTwiceBreaksTheHistory() {
        for (int twice = 0; twice < history.size(); twice++) {
            var with = new ArrayList<>(history);
            with.add(twice, history.get(twice));

            assertEquals(twice, broken(with).counter());
        }
    }

    @Test
    void aReceiptThatNoBoxSignedBreaksTheHistory() {
        for (int at = 0; at < history.size(); at++) {
            var receipt = receipt(history.get(at));
            var byMeter =
                    new SignedReceipt(
                            receipt, METER, TestAuthority.sign(meter, Canonical.bytes(receipt)));
            var byNobody = new SignedReceipt(receipt, 99, byMeter.signature());
            var byAnother = new SignedReceipt(receipt, BOX, byMeter.signature());
            for (SignedReceipt forged : List.of(byMeter, byNobody, byAnother)) {
                assertFalse(verifier.isGenuine(forged));
                assertEquals(at, broken(replaced(at, with(history.get(at), forged))).counter());
            }
            assertTrue(verifier.isGenuine(history.get(at).receipt()));
        }
    }

    @Test
    void aBoxThatSignsAnythingStillCannotBreakTheLaw() {
        assertLawBroken(2, registers -> registers, "a refill that refills nothing");
        assertLawBroken(5, registers -> registers.dispense(Postage.ofCents(1)), "ascending moves");
        assertLawBroken(3, registers -> registers.refill(Postage.ofCents(1)), "issuing refills");
        assertLawBroken(4, registers -> registers.dispense(Postage.ofCents(1)), "a void charges");
        assertLawBroken(4, registers -> registers.refill(Postage.ofCents(1)), "a void refills");
        assertLawBroken(1, registers -> registers.refill(Postage.ofCents(1)), "joining refills");
        assertLawBroken(0, registers -> registers.refill(Postage.ofCents(1)), "born with money");
    }

    @Test
    void anIndiciumMoreOrLessBreaksTheHistory() {
        var issued = (Issued) history.get(3);
        var fewer = new Issued(issued.receipt(), issued.indicia().subList(0, 1));
        var more = new ArrayList<>(issued.indicia());
        more.add(more.getFirst());

        assertEquals(3, broken(replaced(3, fewer)).counter());
        assertEquals(3, broken(replaced(3, new Issued(issued.receipt(), more))).counter());
    }

    @Test
    void bytesThatAreNoIndiciumBreakTheHistory() {
        var junk = List.of(Bytes.ofHex("00"), Bytes.ofHex("01"));
        var honest = receipt(history.get(3));
        var signed = sign(changed(honest, honest.registers(), ReceiptChain.rootOf(junk)));

        assertEquals(3, broken(replaced(3, new Issued(signed, junk))).counter());
    }

    @Test
    void aReplyOfAnotherKindBreaksTheHistory() {
        var issued = history.get(3);

        assertEquals(3, broken(replaced(3, new Voided(issued.receipt()))).counter());
        assertEquals(3, broken(replaced(3, new Refilled(issued.receipt()))).counter());
        assertEquals(3, broken(replaced(3, new MeterReply.Admitted(issued.receipt()))).counter());
    }

    @Test
    void twoMetersHistoriesDoNotMix() {
        var other =
                new Receipt(
                        CLUSTER,
                        new SerialNumber(7),
                        4,
                        Instant.EPOCH,
                        new RequestKey(1, 2, Hash.NONE),
                        record(4),
                        record(3),
                        receipt(history.get(3)).registers(),
                        receipt(history.get(3)).pieces(),
                        Hash.NONE);

        assertEquals(
                "the receipt is of another meter",
                broken(replaced(4, new Voided(sign(other)))).law());
    }

    private void assertLawBroken(int at, UnaryOperator<Registers> change, String what) {
        var honest = receipt(history.get(at));
        var before = at == 0 ? Registers.EMPTY : receipt(history.get(at - 1)).registers();
        var changed =
                change.apply(
                        history.get(at) instanceof Refilled && at > 0
                                ? before
                                : honest.registers());
        var signed = sign(changed(honest, changed, honest.indiciaRoot()));

        assertEquals(at, broken(replaced(at, with(history.get(at), signed))).counter(), what);
    }

    private Broken broken(List<MeterReply> steps) {
        return assertInstanceOf(Broken.class, chain.check(steps));
    }

    private List<MeterReply> replaced(int at, MeterReply step) {
        var steps = new ArrayList<>(history);
        steps.set(at, step);
        return steps;
    }

    /// Admitted, a device joins, a refill, two pieces, a void, a refill, one piece, a certificate,
    /// a device is removed.
    private List<MeterReply> history() {
        var steps = new ArrayList<MeterReply>();
        var registers = Registers.EMPTY;
        steps.add(new MeterReply.Admitted(next(steps, registers, List.of())));
        steps.add(new MeterReply.Enrolled(next(steps, registers, List.of()), new DeviceId(1)));
        registers = registers.refill(Postage.ofDollars(50));
        steps.add(new Refilled(next(steps, registers, List.of())));
        var two = List.of(indicium(1), indicium(2));
        registers = registers.dispense(Postage.ofCents(148));
        steps.add(new Issued(next(steps, registers, two), two));
        steps.add(new Voided(next(steps, registers, List.of())));
        registers = registers.refill(Postage.ofDollars(20));
        steps.add(new Refilled(next(steps, registers, List.of())));
        var one = List.of(indicium(3));
        registers = registers.dispense(Postage.ofCents(74));
        steps.add(new Issued(next(steps, registers, one), one));
        steps.add(new MeterReply.Recertified(next(steps, registers, List.of())));
        steps.add(new MeterReply.Revoked(next(steps, registers, List.of()), new DeviceId(1)));
        return steps;
    }

    private SignedReceipt next(List<MeterReply> steps, Registers registers, List<Bytes> indicia) {
        long counter = steps.size();
        long pieces = steps.isEmpty() ? 0 : receipt(steps.getLast()).pieces();
        return sign(
                new Receipt(
                        CLUSTER,
                        SERIAL,
                        counter,
                        Instant.EPOCH,
                        new RequestKey(1, counter, Hash.NONE),
                        record(counter),
                        counter == 0 ? Hash.NONE : record(counter - 1),
                        registers,
                        pieces + indicia.size(),
                        indicia.isEmpty() ? Hash.NONE : ReceiptChain.rootOf(indicia)));
    }

    private Bytes indicium(long count) {
        var indicium =
                new Indicium(
                        SERIAL,
                        Postage.ofCents(74 * count),
                        Postage.ofCents(74),
                        LocalDate.of(2026, 11, 23),
                        Weight.ofOunces(1),
                        count,
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        METER,
                        new ZipCode("97201"),
                        new ZipCode("06484"),
                        List.of(IndiciumFlag.SPECIMEN),
                        List.of());
        return TestAuthority.sign(meter, indicium).bytes();
    }

    private SignedReceipt sign(Receipt receipt) {
        return new SignedReceipt(receipt, BOX, TestAuthority.sign(box, Canonical.bytes(receipt)));
    }

    private static Receipt receipt(MeterReply step) {
        return step.receipt().receipt();
    }

    private static Hash record(long counter) {
        return Hash.of(new byte[] {(byte) counter});
    }

    private static Receipt changed(Receipt receipt, Registers registers, Hash root) {
        return new Receipt(
                receipt.cluster(),
                receipt.serial(),
                receipt.counter(),
                receipt.time(),
                receipt.request(),
                receipt.record(),
                receipt.previousRecord(),
                registers,
                receipt.pieces(),
                root);
    }

    private static MeterReply with(MeterReply step, SignedReceipt receipt) {
        return switch (step) {
            case Issued(_, var indicia) -> new Issued(receipt, indicia);
            case Voided _ -> new Voided(receipt);
            case Refilled _ -> new Refilled(receipt);
            case MeterReply.Enrolled(_, var device) -> new MeterReply.Enrolled(receipt, device);
            case MeterReply.Admitted _ -> new MeterReply.Admitted(receipt);
            case MeterReply.Recertified _ -> new MeterReply.Recertified(receipt);
            case MeterReply.Revoked(_, var device) -> new MeterReply.Revoked(receipt, device);
        };
    }
}
