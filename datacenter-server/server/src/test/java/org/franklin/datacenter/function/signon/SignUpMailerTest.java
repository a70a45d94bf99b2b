package org.franklin.datacenter.function.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.signon.SignUpMailer.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.mailer.UserName;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Registers;
import org.franklin.model.wire.SignUp;
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
class SignUpMailerTest {

    private static final UserName MARIA = new UserName("maria");

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;

    @BeforeEach
    void open() throws IOException {
        world = new World(dir, suite);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void makesAMailerWithAnEmptyMeterAndItsFirstDevice() {
        var maria = world.mailer("maria");
        var account = world.account(maria);

        assertEquals(new DeviceId(1), maria.enrolled().device());
        assertEquals(Registers.EMPTY, account.registers());
        assertEquals("Franklin Demo Office", account.business());
        assertFalse(account.locked());
        assertInstanceOf(
                MeterReply.Enrolled.class, MeterReply.decode(maria.enrolled().reply()).orThrow());
    }

    @Test
    void givesEachMailerAMeterOfItsOwn() {
        assertNotEquals(world.mailer("maria").serial(), world.mailer("bob").serial());
    }

    @Test
    void keepsEverySignedRowFromTheFirstOn() {
        world.mailer("maria");

        assertEquals(2, world.count("meter_step"));
        assertEquals(1, world.count("account_step"));
        assertEquals(1, world.count("certificate"));
    }

    @Test
    void givesAUserNameOnce() {
        var app = new App();
        assertInstanceOf(Result.SignedUp.class, world.signUp(MARIA, App.PASSWORD, app));

        assertEquals(new Result.UserNameTaken(), world.signUp(MARIA, App.PASSWORD, app));
        assertEquals(1, world.count("mailer"));
    }

    @Test
    void givesAUserNameToOneOfTwoAtOnce() {
        var app = new App();
        world.faults.beforeTheNextBoxCall(() -> world.signUp(MARIA, App.PASSWORD, new App()));

        assertEquals(new Result.UserNameTaken(), world.signUp(MARIA, App.PASSWORD, app));
        assertEquals(1, world.count("mailer"));
        assertEquals(1, world.count("meter_record"));
    }

    @Test
    void refusesAShortPassword() {
        assertEquals(new Result.WeakPassword(), world.signUp(MARIA, "short", new App()));
        assertEquals(0, world.count("mailer"));
    }

    @Test
    void refusesCredentialsForSomethingElse() {
        var app = new App();
        Bytes forSignOn = App.seal(world.keys(), Purpose.SIGN_ON, MARIA, App.PASSWORD, app.key());

        assertEquals(new Result.BadCredentials(), signUp(forSignOn));
        assertEquals(new Result.BadCredentials(), signUp(Bytes.ofHex("00")));
    }

    @Test
    void makesAMailerWithoutADeviceThatEnrolsLater() {
        Bytes deviceless =
                App.seal(world.keys(), Purpose.SIGN_UP, MARIA, App.PASSWORD, Bytes.EMPTY);

        assertInstanceOf(Result.SignedUpWithoutDevice.class, signUp(deviceless));
        assertEquals(1, world.count("meter_step"));
    }

    @Test
    void leavesNothingHalfDoneWhereverTheServerDies() {
        int moment = 1;
        while (crashes(moment)) {
            var user = new UserName("mailer" + moment);
            var again = world.signUp(user, App.PASSWORD, new App());
            assertTrue(
                    again instanceof Result.SignedUp || again instanceof Result.UserNameTaken,
                    "died at moment " + moment + ": " + again);
            assertEquals(moment, world.count("mailer"));
            assertEquals(moment, world.count("account_record"));
            assertEquals(moment, world.count("meter_record"));
            moment++;
        }
        assertTrue(moment > 10, "a sign-up has more moments than " + moment);
    }

    @Test
    void drawsAnotherNumberWhereTheMeterBoxKnowsTheFirst() {
        var maria = world.mailer("maria");
        world.sql("UPDATE serial_number SET next = " + maria.serial().number());

        assertNotEquals(maria.serial(), world.mailer("bob").serial());
    }

    private Result signUp(Bytes credentials) {
        return world.functions()
                .signUp()
                .signUp(
                        new SignUp(
                                MARIA,
                                "Franklin Demo Office",
                                PaymentMethod.SANDBOX_CARD,
                                SignUp.AGREEMENT,
                                credentials));
    }

    private boolean crashes(int moment) {
        var user = new UserName("mailer" + moment);
        var keys = world.keys();
        var app = new App();
        world.faults.crashAt(moment);
        try {
            world.functions()
                    .signUp()
                    .signUp(
                            new SignUp(
                                    user,
                                    "Office",
                                    PaymentMethod.SANDBOX_ACH,
                                    SignUp.AGREEMENT,
                                    App.seal(
                                            keys, Purpose.SIGN_UP, user, App.PASSWORD, app.key())));
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
        }
    }
}
