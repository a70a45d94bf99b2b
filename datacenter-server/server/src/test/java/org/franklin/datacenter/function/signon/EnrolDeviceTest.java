package org.franklin.datacenter.function.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.signon.EnrolDevice.Result;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Enrolled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

@ParameterizedClass
@EnumSource(Suite.class)
class EnrolDeviceTest {

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
        world.close();
    }

    @Test
    void letsASecondDevicePayFromTheSameMeter() {
        var laptop = new App();
        var enrolled = joined(laptop);
        var second = world.mailer(maria.user(), laptop, enrolled);

        assertEquals(new DeviceId(2), enrolled.device());
        Mailer.issued(maria.answered(maria.letters(1, 1)));
        Mailer.issued(second.answered(second.letters(1, 1)));
        assertEquals(2, world.account(maria).pieces());
    }

    @Test
    void givesADeviceThatHasJoinedTheSameAnswer() {
        var laptop = new App();
        var enrolled = joined(laptop);
        maria.answered(maria.letters(1, 1));

        assertEquals(enrolled, joined(laptop));
        assertEquals(maria.enrolled(), joined(maria.app()));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        var nobody = world.mailer(new UserName("nobody"), maria.app(), maria.enrolled());

        assertEquals(
                new Result.WrongPassword(), maria.enrol("a password that is wrong", new App()));
        assertEquals(new Result.WrongPassword(), nobody.enrol(App.PASSWORD, new App()));
    }

    /// A function server may sign up whom it likes; the meter box knows whose its meter is.
    @Test
    void givesNoMeterToWhoeverIsSignedUpInItsOwnersPlace() {
        var thief = new App();
        var password = "a thief's own password";
        var sealed = App.seal(world.keys(), Purpose.SIGN_UP, maria.user(), password, thief.key());
        var forged =
                world.doors()
                        .authentication()
                        .call(
                                new AuthenticationBoxRequest.SignUp(
                                        maria.session().mailer(),
                                        maria.user(),
                                        "Franklin Demo Office",
                                        PaymentMethod.SANDBOX_ACH,
                                        maria.serial(),
                                        sealed));
        var record = assertInstanceOf(AuthenticationBoxAnswer.SignedUp.class, forged).record();
        world.sql("UPDATE mailer SET record = x'" + record.hex() + "'");

        assertEquals(new Result.Locked(), maria.recover(password, thief));
        assertEquals(new Result.Locked(), maria.enrol(password, thief));
        assertEquals("NOT_THE_OWNER", world.functions().alarms().newest().getFirst().evidence());
        assertTrue(
                world.events().stream()
                        .anyMatch(event -> event.kind() == BoxEvent.Kind.NOT_THE_OWNER));
        Mailer.issued(maria.answered(maria.letters(1, 1)));
    }

    @Test
    void refusesANinthDevice() {
        for (int number = 2; number <= 8; number++) {
            assertEquals(new DeviceId(number), joined(new App()).device());
        }

        assertEquals(new Result.TooManyDevices(), maria.enrol(App.PASSWORD, new App()));
    }

    @Test
    void joinsAfterAnotherThatCameBetween() {
        var other = new App();
        world.faults.beforeTheNextBoxCall(() -> joined(other));

        assertEquals(new DeviceId(3), joined(new App()).device());
    }

    @Test
    void givesADeviceOneNumberWhereverTheServerDies() {
        int moment = 1;
        while (crashes(moment)) {
            moment++;
        }
        assertTrue(moment > 10, "an enrolment has more moments than " + moment);
    }

    private Enrolled joined(App app) {
        return assertInstanceOf(Result.Joined.class, maria.enrol(App.PASSWORD, app)).enrolled();
    }

    /// Dies at a moment of the enrolment of a mailer's second device, which then joins after all.
    private boolean crashes(int moment) {
        var mailer = world.mailer("mailer" + moment);
        var laptop = new App();
        var asked = mailer.sealed(Purpose.ENROL, App.PASSWORD, laptop);
        world.faults.crashAt(moment);
        try {
            world.functions().enrolment().enrol(asked);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
            var enrolled =
                    assertInstanceOf(
                            Result.Joined.class, world.functions().enrolment().enrol(asked));
            assertEquals(new DeviceId(2), enrolled.enrolled().device());
            assertEquals(enrolled, world.functions().enrolment().enrol(asked));
        }
    }
}
