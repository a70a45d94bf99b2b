package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.WrappedKey;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Voucher;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterReply.Voided;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// The normal path, and who gets nothing.
@ParameterizedClass
@EnumSource(Suite.class)
class MeterBoxTest {

    private static final Postage LETTER = Postage.ofCents(74);

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;

    private MeterWorld world;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = MeterWorld.holding(dir, suite, Postage.ofDollars(10));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void movesThePriceFromDescendingToAscendingAndCountsThePiece() {
        world.store(world.step(world.letter(1)));

        assertEquals(
                new Registers(LETTER, Postage.ofDollars(10).minus(LETTER)),
                world.record().registers());
        assertEquals(1, world.record().pieces());
        assertEquals(3, world.record().counter());
    }

    @Test
    void makesAnIndiciumThatThePostVerifiesOffline() {
        var issued = issued(world.store(world.step(world.letter(1))));

        var verdict = new IndiciumVerifier(world.verifier()).verify(issued.indicia().getFirst());
        // Tokens are for the holders of their keys; all else about them is checked the same.
        Class<? extends Verdict> expected =
                switch (suite) {
                    case STANDARD -> Verdict.GenuineSpecimen.class;
                    case PATENT_1998 -> Verdict.TokensUnchecked.class;
                };
        assertInstanceOf(expected, verdict);
        var indicium = verdict.unrefuted().orElseThrow();
        assertEquals(LETTER, indicium.postage());
        assertEquals(LETTER, indicium.ascending());
        assertEquals(1, indicium.pieceCount());
    }

    @Test
    void countsAThousandPiecesInOneStep() {
        var batch = world.signed(world.dispense(1, new Postage(5), 1_000));
        var issued = issued(world.store(world.step(new MeterStep.Serve(batch))));

        assertEquals(1_000, issued.indicia().size());
        assertEquals(1_000, issued.indicia().stream().distinct().count());
        assertEquals(3, issued.receipt().receipt().counter());
        assertEquals(1_000, issued.receipt().receipt().pieces());
        assertEquals(new Postage(5_000), world.record().registers().ascending());
    }

    @Test
    void paysTheLastMillButNotOneMore() {
        var all = world.dispense(1, Postage.ofDollars(10), 1);
        var more = world.dispense(1, new Postage(10_001), 1);

        assertEquals(
                new Refused(new Refusal.InsufficientFunds(Postage.ofDollars(10))),
                world.step(new MeterStep.Serve(world.signed(more))));
        world.store(world.step(new MeterStep.Serve(world.signed(all))));
        assertEquals(Postage.ZERO, world.record().registers().descending());
    }

    @Test
    void leavesARefusedNumberOpenForAnotherRequest() {
        var dear = world.dispense(1, Postage.ofDollars(11), 1);
        assertInstanceOf(Refused.class, world.step(new MeterStep.Serve(world.signed(dear))));

        world.store(world.step(world.letter(1)));
        assertEquals(1, world.record().pieces());
    }

    @Test
    void givesAReceiptThatChainsToTheOneBefore() {
        var first = issued(world.store(world.step(world.letter(1)))).receipt().receipt();
        var second = issued(world.store(world.step(world.letter(2)))).receipt().receipt();

        assertEquals(first.record(), second.previousRecord());
        assertEquals(first.counter() + 1, second.counter());
    }

    @Test
    void cancelsANumberOnceAndForAll() {
        var cancelled = MeterWorld.reply(world.store(world.step(world.cancel(1))));
        assertInstanceOf(Voided.class, cancelled);

        var late = assertInstanceOf(Done.class, world.step(world.letter(1)));
        assertEquals(cancelled, MeterWorld.reply(late));
        assertEquals(0, world.record().pieces());
        world.store(world.step(world.letter(2)));
        assertEquals(1, world.record().pieces());
    }

    @Test
    void answersACancelThatComesTooLateWithWhatWasIssued() {
        var issued = world.store(world.step(world.letter(1)));

        var cancel = assertInstanceOf(Done.class, world.step(world.cancel(1)));
        assertEquals(issued.reply(), cancel.reply());
    }

    @Test
    void refusesAnotherRequestUnderAUsedNumber() {
        world.store(world.step(world.letter(1)));
        var other = world.signed(world.dispense(1, Postage.ofCents(75), 1));

        assertEquals(new Refused(new Refusal.Conflict()), world.step(new MeterStep.Serve(other)));
    }

    @Test
    void refusesASkippedNumberAndNotesIt() {
        assertEquals(new Refused(new Refusal.SequenceGap(1)), world.step(world.letter(2)));
        assertTrue(events().contains("SEQUENCE_GAP"));
    }

    @Test
    void givesNothingForARequestThatNoDeviceSigned() {
        var forged =
                MeterWorld.signed(
                        world.dispense(1, LETTER, 1), SigningKey.generate(new SecureRandom()));

        assertEquals(
                new Refused(new Refusal.BadSignature()), world.step(new MeterStep.Serve(forged)));
        assertTrue(events().contains("BAD_SIGNATURE"));
    }

    @Test
    void givesNothingForADeviceThatIsNotEnrolled() {
        var stranger =
                new Dispense(
                        MeterWorld.SERIAL,
                        new DeviceId(2),
                        1,
                        new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                        world.dispense(1, LETTER, 1).pieces());

        assertEquals(
                new Refused(new Refusal.DeviceNotEnrolled()),
                world.step(new MeterStep.Serve(world.signed(stranger))));
    }

    @Test
    void givesNothingForARequestThatAnotherDeviceSigned() {
        var other = SigningKey.generate(new SecureRandom());
        world.store(world.step(new MeterStep.Enrol(world.grant(2, other.publicKey()))));
        var mixed = MeterWorld.signed(world.dispense(1, LETTER, 1), other);

        assertEquals(
                new Refused(new Refusal.BadSignature()), world.step(new MeterStep.Serve(mixed)));
    }

    @Test
    void givesNothingForARequestToAnotherMeter() {
        var elsewhere =
                new Dispense(
                        new SerialNumber(7),
                        new DeviceId(1),
                        1,
                        new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                        world.dispense(1, LETTER, 1).pieces());

        assertInstanceOf(Refused.class, world.step(new MeterStep.Serve(world.signed(elsewhere))));
    }

    @Test
    void takesEachVoucherOnceAndInOrder() {
        var second = world.voucher(2, Postage.ofDollars(5));
        var refilled = world.store(world.step(new MeterStep.Refill(second)));

        var again = assertInstanceOf(Done.class, world.step(new MeterStep.Refill(second)));
        assertEquals(refilled.reply(), again.reply());
        assertEquals(Postage.ofDollars(15), world.record().registers().descending());
        assertEquals(
                new Refused(new Refusal.OutOfOrder(3)),
                world.step(new MeterStep.Refill(world.voucher(4, Postage.ofDollars(5)))));
    }

    @Test
    void takesNoVoucherThatTheTransactionBoxDidNotSign() {
        var voucher = new Voucher(MeterWorld.CLUSTER, MeterWorld.SERIAL, 2, Postage.ofDollars(5));
        BoxSigned forged = new BoxSigner(world.authentication, 0).sign(voucher);

        assertEquals(
                new Refused(new Refusal.BadSignature()), world.step(new MeterStep.Refill(forged)));
    }

    @Test
    void takesEachGrantOnce() {
        Bytes key = SigningKey.generate(new SecureRandom()).publicKey();
        var enrolled = world.store(world.step(new MeterStep.Enrol(world.grant(2, key))));

        var again =
                assertInstanceOf(Done.class, world.step(new MeterStep.Enrol(world.grant(2, key))));
        assertEquals(enrolled.reply(), again.reply());
        Bytes third = SigningKey.generate(new SecureRandom()).publicKey();
        assertEquals(
                new Refused(new Refusal.OutOfOrder(3)),
                world.step(new MeterStep.Enrol(world.grant(2, third))));
    }

    @Test
    void takesNoGrantOfAnotherSignerClusterOrMeter() {
        Bytes key = SigningKey.generate(new SecureRandom()).publicKey();
        Bytes other = Bytes.of(new byte[16]);
        var signer = new BoxSigner(world.authentication, 0);
        for (BoxSigned grant :
                List.of(
                        new BoxSigner(world.transaction, 0)
                                .sign(
                                        new Grant(
                                                MeterWorld.CLUSTER,
                                                MeterWorld.SERIAL,
                                                MeterWorld.OWNER,
                                                2,
                                                key,
                                                Grant.Kind.ENROLMENT)),
                        signer.sign(
                                new Grant(
                                        other,
                                        MeterWorld.SERIAL,
                                        MeterWorld.OWNER,
                                        2,
                                        key,
                                        Grant.Kind.ENROLMENT)),
                        signer.sign(
                                new Grant(
                                        MeterWorld.CLUSTER,
                                        new SerialNumber(7),
                                        MeterWorld.OWNER,
                                        2,
                                        key,
                                        Grant.Kind.ENROLMENT)))) {
            assertEquals(
                    new Refused(new Refusal.BadSignature()),
                    world.step(new MeterStep.Enrol(grant)));
        }
    }

    @Test
    void holdsEightDevicesAndNoMore() {
        for (int grant = 2; grant <= 8; grant++) {
            Bytes key = SigningKey.generate(new SecureRandom()).publicKey();
            world.store(world.step(new MeterStep.Enrol(world.grant(grant, key))));
        }
        Bytes ninth = SigningKey.generate(new SecureRandom()).publicKey();
        assertEquals(
                new Refused(new Refusal.TooManyDevices()),
                world.step(new MeterStep.Enrol(world.grant(9, ninth))));
    }

    @Test
    void opensAnAccountOnlyOnceAndOnlyForAMeterOfTheSteelBox() {
        assertEquals(
                new Refused(new Refusal.AlreadyThere()),
                world.stepped(new MeterBoxRequest.Admit(world.birth)));
        var made =
                assertInstanceOf(
                        SteelBoxAnswer.Made.class,
                        world.steel.call(new SteelBoxRequest.Make(new SerialNumber(7))));
        var swapped =
                new Birth(
                        made.birth().cluster(),
                        made.birth().serial(),
                        made.birth().manufacturingNumber(),
                        world.birth.tokenKey(),
                        made.birth().certificate(),
                        made.birth().mac());
        assertInstanceOf(Refused.class, world.stepped(new MeterBoxRequest.Admit(swapped)));
        assertInstanceOf(
                Refused.class, world.stepped(new MeterBoxRequest.Admit(world.told(swapped))));
        var garbage = new WrappedKey(202611, Bytes.of(new byte[12]), Bytes.of(new byte[48]));
        var empty =
                new Birth(
                        made.birth().cluster(),
                        made.birth().serial(),
                        made.birth().manufacturingNumber(),
                        garbage,
                        made.birth().certificate(),
                        made.birth().mac());
        assertInstanceOf(
                Refused.class, world.stepped(new MeterBoxRequest.Admit(world.told(empty))));
        assertInstanceOf(Done.class, world.stepped(new MeterBoxRequest.Admit(made.birth())));
    }

    @Test
    void refusesMailingDatesOfThePastAndOfNextMonth() {
        for (int days : new int[] {-3, 9, 400}) {
            assertInstanceOf(
                    Refusal.WrongMailingDate.class,
                    refusal(world.step(dated(world.today().plusDays(days)))),
                    days + " days from today");
        }
        world.store(world.step(dated(world.today().plusDays(7))));
    }

    @Test
    void asksForANewCertificateWhenTheOldOneEndsAndSignsUnderItThen() {
        world.now = world.now.plus(Duration.ofDays(120));
        assertInstanceOf(Refusal.CertificateEnds.class, refusal(world.step(dated(world.today()))));

        var certified =
                assertInstanceOf(
                        SteelBoxAnswer.Certified.class,
                        world.steel.call(new SteelBoxRequest.Certify(MeterWorld.SERIAL)));
        world.store(world.step(new MeterStep.Recertify(certified.certificate())));
        var issued = issued(world.store(world.step(dated(world.today()))));
        assertEquals(
                world.record().certification().number(),
                IndiciumForm.decode(issued.indicia().getFirst())
                        .orThrow()
                        .indicium()
                        .certificate());
    }

    @Test
    void takesNoCertificateOfAnotherMeter() {
        var other =
                assertInstanceOf(
                        SteelBoxAnswer.Certified.class,
                        world.steel.call(new SteelBoxRequest.Certify(new SerialNumber(7))));
        assertEquals(
                new Refused(new Refusal.BadSignature()),
                world.step(new MeterStep.Recertify(other.certificate())));
    }

    @Test
    void neverLetsItsTimeOrItsMonthFallBack() {
        world.store(world.step(world.letter(1)));
        var before = world.record().link();
        world.now = world.now.minus(Duration.ofDays(40));
        var late = new MeterStep.Refill(world.voucher(2, Postage.ofDollars(1)));
        world.store(world.step(late));

        assertEquals(before.time(), world.record().link().time());
        assertEquals(before.month(), world.record().link().month());
    }

    @Test
    void verifiesItsOwnIndiciaAndNoOthers() {
        Bytes symbol = issued(world.store(world.step(world.letter(1)))).indicia().getFirst();
        assertTrue(verified(symbol));

        for (int at = 0; at < symbol.length(); at++) {
            byte[] changed = symbol.toArray();
            changed[at] ^= 1;
            assertEquals(false, verified(Bytes.of(changed)), "byte " + at);
        }
    }

    @Test
    void answersGarbageWithAClosedDoor() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 500; i++) {
            byte[] garbage = new byte[random.nextInt(400)];
            random.nextBytes(garbage);
            assertNotEquals(0, world.door(Bytes.of(garbage)).length());
        }
        world.store(world.step(world.letter(1)));
    }

    private boolean verified(Bytes symbol) {
        return assertInstanceOf(
                        MeterBoxAnswer.Verified.class,
                        world.call(new MeterBoxRequest.Verify(world.current(), symbol)))
                .genuine();
    }

    private MeterStep dated(LocalDate date) {
        return new MeterStep.Serve(
                world.signed(
                        new Dispense(
                                MeterWorld.SERIAL,
                                new DeviceId(1),
                                world.record().devices().getFirst().lastSequence() + 1,
                                new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                                List.of(new PricedMailpiece(MeterWorld.piece(date), LETTER)))));
    }

    private static Refusal refusal(StepAnswer answer) {
        return assertInstanceOf(Refused.class, answer).refusal();
    }

    private static Issued issued(Done done) {
        return assertInstanceOf(Issued.class, MeterWorld.reply(done));
    }

    private List<String> events() {
        return assertInstanceOf(
                        MeterBoxAnswer.Events.class, world.call(new MeterBoxRequest.Events(1)))
                .events()
                .stream()
                .map(event -> event.kind().name())
                .toList();
    }
}
