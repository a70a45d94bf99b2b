package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.Refusal;
import org.franklin.box.StepAnswer;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.StepAnswer.IssuedEarlier;
import org.franklin.box.StepAnswer.Refused;
import org.franklin.box.key.SigningKey;
import org.franklin.box.meter.record.Device;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Enrolled;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterReply.Revoked;
import org.franklin.model.meter.MeterReply.Voided;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.RequestKey;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// How devices join a meter and leave it: by each other's requests, and by recovery.
@ParameterizedClass
@EnumSource(Suite.class)
class DevicesTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DeviceId FIRST = new DeviceId(1);
    private static final DeviceId SECOND = new DeviceId(2);

    private final SigningKey laptop = SigningKey.generate(RANDOM);
    private final List<MeterReply> history = new ArrayList<>();

    @Parameter private Suite suite = Suite.STANDARD;
    @TempDir private Path dir;
    private MeterWorld world;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = new MeterWorld(dir, suite);
        take(world.stepped(new MeterBoxRequest.Admit(world.birth)));
        take(world.step(new MeterStep.Enrol(world.grant(1, world.device.publicKey()))));
        take(world.step(new MeterStep.Refill(world.voucher(1, Postage.ofDollars(10)))));
    }

    /// Whatever a test did, the receipts chain, and no step of devices moved money.
    @AfterEach
    void theReceiptsChain() {
        var chain = new ReceiptChain(new ReceiptVerifier(world.verifier()));
        assertInstanceOf(ReceiptChain.Finding.Holds.class, chain.check(history));
        world.close();
    }

    @Test
    void aDeviceLetsAnotherJoinWhoThenPays() {
        var books = world.record().books();
        var enrolled = take(ask(enrol(1, laptop)));

        assertEquals(
                new Enrolled(MeterWorld.reply(enrolled).receipt(), SECOND),
                MeterWorld.reply(enrolled));
        assertEquals(books, world.record().books());
        assertInstanceOf(Issued.class, MeterWorld.reply(take(ask(letter(SECOND, 1), laptop))));
        assertEquals(1, world.record().pieces());
    }

    @Test
    void anEnrolmentSentTwiceCountsOnceAlsoAfterOtherSteps() {
        var enrolment = world.signed(enrol(1, laptop));
        var enrolled = take(world.step(new MeterStep.Serve(enrolment)));

        var again = assertInstanceOf(Done.class, world.step(new MeterStep.Serve(enrolment)));
        assertEquals(enrolled.reply(), again.reply());
        take(ask(letter(SECOND, 1), laptop));
        var earlier =
                assertInstanceOf(IssuedEarlier.class, world.step(new MeterStep.Serve(enrolment)));
        assertEquals(enrolled.reply(), found(earlier.request()));
        assertEquals(2, world.record().devices().size());
    }

    @Test
    void aRevocationSentTwiceCountsOnceAlsoAfterOtherSteps() {
        take(ask(enrol(1, laptop)));
        var revocation = world.signed(revoke(2, SECOND));
        var revoked = take(world.step(new MeterStep.Serve(revocation)));

        assertEquals(
                new Revoked(MeterWorld.reply(revoked).receipt(), SECOND),
                MeterWorld.reply(revoked));
        var again = assertInstanceOf(Done.class, world.step(new MeterStep.Serve(revocation)));
        assertEquals(revoked.reply(), again.reply());
        take(ask(letter(FIRST, 3)));
        assertEquals(
                new Refused(new Refusal.Conflict()),
                ask(revoke(3, SECOND)),
                "the number of the letter");
        assertEquals(1, world.record().devices().size());
    }

    @Test
    void aNumberIsTakenByWhicheverRequestComesFirst() {
        take(ask(enrol(1, laptop)));
        assertEquals(new Refused(new Refusal.Conflict()), ask(letter(FIRST, 1)));
        assertEquals(new Refused(new Refusal.Conflict()), ask(revoke(1, SECOND)));
        assertEquals(
                new Refused(new Refusal.Conflict()), ask(enrol(1, SigningKey.generate(RANDOM))));
        take(ask(letter(FIRST, 2)));
        assertEquals(new Refused(new Refusal.Conflict()), ask(revoke(2, SECOND)));
    }

    @Test
    void aCancelVoidsTheNumberOfAnEnrolmentOrComesTooLate() {
        take(ask(new Cancel(MeterWorld.SERIAL, FIRST, 1)));
        var late = assertInstanceOf(Done.class, ask(enrol(1, laptop)));
        assertInstanceOf(Voided.class, MeterWorld.reply(late));
        assertEquals(1, world.record().devices().size());

        take(ask(enrol(2, laptop)));
        var cancel = assertInstanceOf(Done.class, ask(new Cancel(MeterWorld.SERIAL, FIRST, 2)));
        assertInstanceOf(Enrolled.class, MeterWorld.reply(cancel));
        take(ask(revoke(3, SECOND)));
        cancel = assertInstanceOf(Done.class, ask(new Cancel(MeterWorld.SERIAL, FIRST, 3)));
        assertInstanceOf(Revoked.class, MeterWorld.reply(cancel));
    }

    @Test
    void aSkippedNumberIsRefused() {
        assertEquals(new Refused(new Refusal.SequenceGap(1)), ask(enrol(2, laptop)));
        assertEquals(new Refused(new Refusal.SequenceGap(1)), ask(revoke(2, FIRST)));
    }

    @Test
    void aRefusalLeavesTheNumberOpen() {
        assertEquals(new Refused(new Refusal.NoSuchDevice()), ask(revoke(1, SECOND)));
        assertEquals(new Refused(new Refusal.LastDevice()), ask(revoke(1, FIRST)));
        var noKey = new Enrol(MeterWorld.SERIAL, FIRST, 1, Bytes.of(new byte[91]));
        assertInstanceOf(Refusal.Malformed.class, refusal(ask(noKey)));
        assertInstanceOf(Refusal.Malformed.class, refusal(ask(enrol(1, world.device))));

        take(ask(enrol(1, laptop)));
        assertEquals(new Refused(new Refusal.NoSuchDevice()), ask(revoke(2, new DeviceId(3))));
    }

    @Test
    void onlyTheDeviceItselfSignsItsEnrolments() {
        assertEquals(new Refused(new Refusal.BadSignature()), ask(enrol(1, laptop), laptop));
        assertEquals(new Refused(new Refusal.BadSignature()), ask(revoke(1, FIRST), laptop));
    }

    @Test
    void aRevokedDeviceGetsNothingMoreButItsOutcomesAreFound() {
        take(ask(enrol(1, laptop)));
        var paid = take(ask(letter(SECOND, 1), laptop));
        take(ask(revoke(2, SECOND)));

        for (MeterRequest request :
                List.of(
                        letter(SECOND, 1),
                        letter(SECOND, 2),
                        new Cancel(MeterWorld.SERIAL, SECOND, 2),
                        new Enrol(MeterWorld.SERIAL, SECOND, 2, laptop.publicKey()),
                        new Revoke(MeterWorld.SERIAL, SECOND, 2, FIRST))) {
            assertEquals(
                    new Refused(new Refusal.DeviceNotEnrolled()),
                    ask(request, laptop),
                    request.getClass().getSimpleName());
        }
        assertEquals(paid.reply(), found(RequestKey.of(letter(SECOND, 1))));
        assertInstanceOf(
                MeterBoxAnswer.NotFound.class,
                world.call(
                        new MeterBoxRequest.Find(
                                MeterWorld.SERIAL, RequestKey.of(letter(SECOND, 2)))));
    }

    @Test
    void aDeviceMayRemoveItselfWhileAnotherStays() {
        take(ask(enrol(1, laptop)));
        var gone = new Revoke(MeterWorld.SERIAL, SECOND, 1, SECOND);
        var revoked = take(ask(gone, laptop));

        assertEquals(List.of(1), numbers());
        assertEquals(new Refused(new Refusal.DeviceNotEnrolled()), ask(gone, laptop));
        assertEquals(revoked.reply(), found(RequestKey.of(gone)));
    }

    @Test
    void aNinthDeviceWaitsForARevocation() {
        for (int sequence = 1; sequence <= 7; sequence++) {
            take(ask(enrol(sequence, SigningKey.generate(RANDOM))));
        }
        assertEquals(new Refused(new Refusal.TooManyDevices()), ask(enrol(8, laptop)));

        take(ask(revoke(8, SECOND)));
        take(ask(enrol(9, laptop)));
        assertEquals(List.of(1, 3, 4, 5, 6, 7, 8, 9), numbers());
    }

    @Test
    void noNumberIsGivenTwiceInFiftyRounds() {
        var given = new HashSet<>(numbers());
        for (long round = 1; round <= 50; round++) {
            var enrolled = take(ask(enrol(2 * round - 1, laptop)));
            var device = assertInstanceOf(Enrolled.class, MeterWorld.reply(enrolled)).device();
            assertEquals(true, given.add(device.number()), device + " was given before");
            assertEquals(round + 1, device.number());
            take(ask(revoke(2 * round, device)));
        }
        assertEquals(51, world.record().roster().lastDevice());
    }

    @Test
    void aPasswordFindsTheStepOfADeviceThatAnotherEnrolled() {
        var enrolled = take(ask(enrol(1, laptop)));
        take(ask(letter(FIRST, 2)));

        var earlier =
                assertInstanceOf(
                        IssuedEarlier.class,
                        world.step(new MeterStep.Enrol(world.grant(2, laptop.publicKey()))));
        assertEquals(enrolled.reply(), found(earlier.request()));
        assertEquals(1, world.record().lastGrant());
    }

    @Test
    void aPasswordLetsARevokedKeyInUnderANewNumber() {
        take(ask(enrol(1, laptop)));
        take(ask(revoke(2, SECOND)));

        take(world.step(new MeterStep.Enrol(world.grant(2, laptop.publicKey()))));
        assertEquals(List.of(1, 3), numbers());
        assertEquals(new Refused(new Refusal.DeviceNotEnrolled()), ask(letter(SECOND, 1), laptop));
    }

    @Test
    void aRecoveryRemovesAllOthersAndTouchesNoBooks() {
        for (int sequence = 1; sequence <= 7; sequence++) {
            take(ask(enrol(sequence, SigningKey.generate(RANDOM))));
        }
        var paid = take(ask(letter(FIRST, 8)));
        var books = world.record().books();
        var recovered = take(world.step(recovery(2, laptop)));

        var device = assertInstanceOf(Enrolled.class, MeterWorld.reply(recovered)).device();
        assertEquals(new DeviceId(9), device);
        assertEquals(List.of(9), numbers());
        assertEquals(books.untouched(), world.record().books());
        assertEquals(new Refused(new Refusal.DeviceNotEnrolled()), ask(letter(FIRST, 9)));
        assertEquals(paid.reply(), found(RequestKey.of(letter(FIRST, 8))));
        take(ask(letter(device, 1), laptop));
    }

    @Test
    void aRecoveryGrantCountsOnce() {
        var grant = recovery(2, laptop);
        var recovered = take(world.step(grant));

        assertEquals(recovered, world.step(grant));
        take(ask(letter(SECOND, 1), laptop));
        assertEquals(recovered.reply(), found(earlier(world.step(grant))));
        take(world.step(new MeterStep.Enrol(world.grant(3, world.device.publicKey()))));
        assertEquals(recovered.reply(), found(earlier(world.step(grant))));
        assertEquals(List.of(2, 3), numbers());
        take(world.step(recovery(4, SigningKey.generate(RANDOM))));
        assertEquals(new Refused(new Refusal.OutOfOrder(5)), world.step(grant));
    }

    @Test
    void aRecoveryIsDoneWhereItsDeviceIsTheOnlyOne() {
        take(world.step(recovery(2, laptop)));
        take(ask(letter(SECOND, 1), laptop));

        var again = world.step(recovery(3, laptop));
        assertEquals(new RequestKey(2, 0, earlier(again).request()), earlier(again));
        assertEquals(2, world.record().lastGrant());
    }

    @Test
    void aRecoveryFromALiveDeviceGivesItANewNumber() {
        take(ask(enrol(1, laptop)));
        take(world.step(recovery(2, laptop)));

        assertEquals(List.of(3), numbers());
        assertEquals(new Refused(new Refusal.DeviceNotEnrolled()), ask(letter(SECOND, 1), laptop));
    }

    @Test
    void aRecoveryThatIsNotTheNextGrantRemovesNobody() {
        take(ask(enrol(1, laptop)));

        for (int number : new int[] {0, 1, 3}) {
            assertEquals(
                    new Refused(new Refusal.OutOfOrder(2)), world.step(recovery(number, laptop)));
        }
        assertEquals(List.of(1, 2), numbers());
    }

    @Test
    void noRecoveryOfAnotherSignerInstallationOrMeterIsTaken() {
        var signer = new BoxSigner(world.authentication, 0);
        Bytes key = laptop.publicKey();
        Bytes elsewhere = Bytes.of(new byte[16]);
        for (BoxSigned grant :
                List.of(
                        new BoxSigner(world.transaction, 0)
                                .sign(grant(MeterWorld.CLUSTER, MeterWorld.SERIAL, key)),
                        signer.sign(grant(elsewhere, MeterWorld.SERIAL, key)),
                        signer.sign(grant(MeterWorld.CLUSTER, new SerialNumber(7), key)))) {
            assertEquals(
                    new Refused(new Refusal.BadSignature()),
                    world.step(new MeterStep.Enrol(grant)));
        }
        var noKey = world.recovery(2, Bytes.of(new byte[91]));
        assertInstanceOf(Refusal.Malformed.class, refusal(world.step(new MeterStep.Enrol(noKey))));
        assertEquals(List.of(1), numbers());
    }

    @Test
    void aCrashForgetsNoDevice() throws IOException {
        var enrolled = take(ask(enrol(1, laptop)));
        take(ask(revoke(2, SECOND)));
        world.restart();

        assertEquals(enrolled.reply(), found(RequestKey.of(enrol(1, laptop))));
        assertEquals(new Refused(new Refusal.DeviceNotEnrolled()), ask(letter(SECOND, 1), laptop));
        assertEquals(List.of(1), numbers());
    }

    @Test
    void takesNoGrantOfAnotherMailerForAMeterThatHasAnOwner() {
        var thief = SigningKey.generate(RANDOM).publicKey();
        var before = world.record();
        for (Grant.Kind kind : Grant.Kind.values()) {
            var grant =
                    new Grant(
                            MeterWorld.CLUSTER, MeterWorld.SERIAL, Hash.of(thief), 2, thief, kind);

            assertEquals(
                    new Refused(new Refusal.NotTheOwner()),
                    world.step(
                            new MeterStep.Enrol(
                                    new BoxSigner(world.authentication, 0).sign(grant))));
        }
        assertEquals(before, world.record());
    }

    private static Grant grant(Bytes cluster, SerialNumber serial, Bytes key) {
        return new Grant(cluster, serial, MeterWorld.OWNER, 2, key, Grant.Kind.RECOVERY);
    }

    private MeterStep recovery(long number, SigningKey key) {
        return new MeterStep.Enrol(world.recovery(number, key.publicKey()));
    }

    private static Enrol enrol(long sequence, SigningKey joining) {
        return new Enrol(MeterWorld.SERIAL, FIRST, sequence, joining.publicKey());
    }

    private static Revoke revoke(long sequence, DeviceId revoked) {
        return new Revoke(MeterWorld.SERIAL, FIRST, sequence, revoked);
    }

    private MeterRequest letter(DeviceId device, long sequence) {
        return new MeterRequest.Dispense(
                MeterWorld.SERIAL,
                device,
                sequence,
                new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                world.dispense(sequence, Postage.ofCents(74), 1).pieces());
    }

    private StepAnswer ask(MeterRequest request) {
        return ask(request, world.device);
    }

    private StepAnswer ask(MeterRequest request, SigningKey by) {
        return world.step(new MeterStep.Serve(MeterWorld.signed(request, by)));
    }

    private Done take(StepAnswer answer) {
        var done = world.store(answer);
        history.add(MeterWorld.reply(done));
        return done;
    }

    private Bytes found(RequestKey key) {
        return assertInstanceOf(
                        MeterBoxAnswer.Found.class,
                        world.call(new MeterBoxRequest.Find(MeterWorld.SERIAL, key)))
                .reply();
    }

    private static RequestKey earlier(StepAnswer answer) {
        return assertInstanceOf(IssuedEarlier.class, answer).request();
    }

    private static Refusal refusal(StepAnswer answer) {
        return assertInstanceOf(Refused.class, answer).refusal();
    }

    private List<Integer> numbers() {
        return world.record().devices().stream().map(Device::number).toList();
    }
}
