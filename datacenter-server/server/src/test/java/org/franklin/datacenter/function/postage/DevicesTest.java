package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.DispensePostage.Result;
import org.franklin.datacenter.function.signon.EnrolDevice;
import org.franklin.datacenter.function.signon.SignOnDevice;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
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
import java.util.function.Function;

/// Devices let each other join and remove each other, and a mailer who lost one begins anew.
@ParameterizedClass
@EnumSource(Suite.class)
class DevicesTest {

    private static final DeviceId SECOND = new DeviceId(2);

    private final App laptop = new App();

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(Postage.ofDollars(10));
    }

    @AfterEach
    void close() {
        assertEquals(0, world.count("alarm"), "no device looks like tampering");
        world.close();
    }

    @Test
    void aDeviceThatAnotherLetInSignsOnAndPays() {
        var second = maria.at(laptop, maria.answered(maria.letIn(1, laptop)));

        assertInstanceOf(SignOnDevice.Result.Opened.class, second.signOn(App.PASSWORD));
        Mailer.issued(second.answered(second.letters(1, 1)));
        assertEquals(1, world.account(maria).pieces());
    }

    @Test
    void aPasswordGivesADeviceThatAnotherLetInItsNumberAndReply() {
        Bytes reply = maria.answered(maria.letIn(1, laptop));
        maria.answered(maria.letters(2, 1));

        var joined =
                assertInstanceOf(
                        EnrolDevice.Result.Joined.class, maria.enrol(App.PASSWORD, laptop));
        assertEquals(maria.at(laptop, reply).enrolled(), joined.enrolled());
        assertEquals(new Outcomes.Result.Unknown(), outcome(SECOND, 0));
    }

    @Test
    void aRemovedDeviceIsToldSoAndItsOutcomesStay() {
        var second = maria.at(laptop, maria.answered(maria.letIn(1, laptop)));
        Bytes paid = second.answered(second.letters(1, 1));
        Bytes reply = maria.answered(maria.remove(2, SECOND));

        var revoked =
                assertInstanceOf(MeterReply.Revoked.class, MeterReply.decode(reply).orThrow());
        assertEquals(SECOND, revoked.device());
        assertEquals(new SignOnDevice.Result.DeviceNotEnrolled(), second.signOn(App.PASSWORD));
        assertEquals(new Result.DeviceNotEnrolled(), second.send(second.letters(2, 1)));
        assertEquals(new Result.DeviceNotEnrolled(), second.send(second.cancel(2)));
        assertEquals(paid, second.answered(second.letters(1, 1)));
        assertEquals(new Outcomes.Result.Unknown(), outcome(SECOND, 2));
    }

    @Test
    void aRemovedDeviceGetsItsPaidPieceAlsoWhereTheRowWasDeleted() {
        var second = maria.at(laptop, maria.answered(maria.letIn(1, laptop)));
        var letter = second.letters(1, 1);
        Bytes paid = second.answered(letter);
        maria.answered(maria.remove(2, SECOND));
        assertEquals(1, world.sql("DELETE FROM meter_step WHERE actor = 2 AND sequence = 1"));

        assertEquals(paid, second.answered(letter));
        assertEquals(new Outcomes.Result.Found(paid), outcome(SECOND, 1));
    }

    @Test
    void refusesWhatCannotBeAndLeavesTheNumberOpen() {
        assertEquals(new Result.NoSuchDevice(), maria.send(maria.remove(1, SECOND)));
        assertEquals(
                new Result.LastDevice(), maria.send(maria.remove(1, maria.enrolled().device())));
        assertInstanceOf(Result.Malformed.class, maria.send(maria.letIn(1, maria.app())));
        assertEquals(new Result.SequenceGap(1), maria.send(maria.letIn(2, laptop)));
        for (int sequence = 1; sequence <= 7; sequence++) {
            maria.answered(maria.letIn(sequence, new App()));
        }
        assertEquals(new Result.TooManyDevices(), maria.send(maria.letIn(8, laptop)));
        assertEquals(new EnrolDevice.Result.TooManyDevices(), maria.enrol(App.PASSWORD, laptop));
        maria.answered(maria.remove(8, SECOND));
        maria.answered(maria.letIn(9, laptop));
    }

    @Test
    void oneNumberHasOneOutcome() {
        maria.answered(maria.letIn(1, laptop));

        assertEquals(new Result.Conflict(), maria.send(maria.letters(1, 1)));
        assertEquals(new Result.Conflict(), maria.send(maria.remove(1, SECOND)));
        assertInstanceOf(
                MeterReply.Enrolled.class,
                MeterReply.decode(maria.answered(maria.cancel(1))).orThrow());
        Bytes given = maria.answered(maria.cancel(2));
        assertEquals(given, maria.answered(maria.remove(2, SECOND)));
    }

    @Test
    void aRecoveryLetsInOneDeviceAndRemovesEightAndNoMoney() {
        for (int sequence = 1; sequence <= 7; sequence++) {
            maria.answered(maria.letIn(sequence, new App()));
        }
        Bytes paid = maria.answered(maria.letters(8, 1));
        var before = world.account(maria);

        var recovered = recovered(maria, laptop);
        assertEquals(new DeviceId(9), recovered.enrolled().device());
        assertEquals(before.registers(), world.account(maria).registers());
        assertEquals(before.pieces(), world.account(maria).pieces());
        assertEquals(new SignOnDevice.Result.DeviceNotEnrolled(), maria.signOn(App.PASSWORD));
        assertEquals(new Result.DeviceNotEnrolled(), maria.send(maria.letters(9, 1)));
        assertEquals(paid, maria.answered(maria.letters(8, 1)));
        assertInstanceOf(SignOnDevice.Result.Opened.class, recovered.signOn(App.PASSWORD));
        Mailer.issued(recovered.answered(recovered.letters(1, 1)));
        assertEquals(recovered.enrolled(), recovered(maria, laptop).enrolled());
    }

    @Test
    void aRecoveryTakesTheRightPasswordSealedForIt() {
        assertEquals(
                new EnrolDevice.Result.WrongPassword(),
                maria.recover("a password that is wrong", laptop));
        assertEquals(
                new EnrolDevice.Result.BadCredentials(),
                world.functions()
                        .enrolment()
                        .recover(maria.sealed(Purpose.ENROL, App.PASSWORD, laptop)));
        assertEquals(
                new EnrolDevice.Result.BadCredentials(),
                world.functions()
                        .enrolment()
                        .enrol(maria.sealed(Purpose.RECOVER, App.PASSWORD, laptop)));
        Mailer.issued(maria.answered(maria.letters(1, 1)));
    }

    @Test
    void letsADeviceInOnceWhereverTheServerDies() {
        var last =
                atEachMoment(mailer -> mailer.letIn(1, laptop), mailer -> mailer.letIn(1, laptop));

        var enrolled = assertInstanceOf(MeterReply.Enrolled.class, last);
        assertEquals(SECOND, enrolled.device());
    }

    @Test
    void removesADeviceOnceWhereverTheServerDies() {
        var last =
                atEachMoment(
                        mailer -> {
                            mailer.answered(mailer.letIn(1, laptop));
                            return mailer.remove(2, SECOND);
                        },
                        mailer -> mailer.remove(2, SECOND));

        assertEquals(SECOND, assertInstanceOf(MeterReply.Revoked.class, last).device());
    }

    @Test
    void removesItselfOnceWhereverTheServerDies() {
        var last =
                atEachMoment(
                        mailer -> {
                            mailer.answered(mailer.letIn(1, laptop));
                            return mailer.remove(2, mailer.enrolled().device());
                        },
                        mailer -> mailer.remove(2, mailer.enrolled().device()));

        assertInstanceOf(MeterReply.Revoked.class, last);
    }

    @Test
    void recoversOnceWhereverTheServerDies() {
        int moment = 1;
        while (recoveryCrashes(moment)) {
            moment++;
        }
        assertTrue(moment > 10, "a recovery has more moments than " + moment);
    }

    /// A request dies at each of its moments, each time another mailer's; asked again, it has one
    /// outcome and one step. The last outcome is that of a server that did not die.
    private MeterReply atEachMoment(
            Function<Mailer, DeviceSigned> asked, Function<Mailer, DeviceSigned> askedAgain) {
        int moment = 0;
        boolean crashed = true;
        Bytes reply = Bytes.EMPTY;
        while (crashed) {
            moment++;
            var mailer = world.mailer("mailer" + moment);
            crashed = crashes(moment, mailer, asked.apply(mailer));
            reply = mailer.answered(askedAgain.apply(mailer));
            assertEquals(reply, mailer.answered(askedAgain.apply(mailer)));
            long counter = MeterReply.decode(reply).orThrow().receipt().receipt().counter();
            assertEquals(counter + 1, steps(mailer), "steps at moment " + moment);
        }
        assertTrue(moment > 5, "a request has more moments than " + moment);
        return MeterReply.decode(reply).orThrow();
    }

    private boolean crashes(int moment, Mailer mailer, DeviceSigned request) {
        world.faults.crashAt(moment);
        try {
            mailer.answered(request);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
        }
    }

    private boolean recoveryCrashes(int moment) {
        var mailer = world.mailer("mailer" + moment);
        mailer.answered(mailer.letIn(1, new App()));
        var app = new App();
        world.faults.crashAt(moment);
        try {
            mailer.recover(App.PASSWORD, app);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
            var recovered = recovered(mailer, app);
            assertEquals(new DeviceId(3), recovered.enrolled().device());
            assertEquals(4, steps(mailer), "admitted, enrolled twice, recovered");
        }
    }

    private long steps(Mailer mailer) {
        return world.count("meter_step WHERE owner = " + mailer.serial().number());
    }

    private Mailer recovered(Mailer mailer, App app) {
        var joined =
                assertInstanceOf(
                        EnrolDevice.Result.Joined.class, mailer.recover(App.PASSWORD, app));
        return mailer.at(app, joined.enrolled());
    }

    private Outcomes.Result outcome(DeviceId device, long sequence) {
        return world.functions()
                .outcomes()
                .outcome(maria.session(), maria.serial(), device, sequence);
    }
}
