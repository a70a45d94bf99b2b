package org.franklin.datacenter.function.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.AccountReply;
import org.franklin.datacenter.database.journal.StoredAlarm;
import org.franklin.datacenter.function.App;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.signon.SignOnDevice.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.UserName;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.SignedOn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

@ParameterizedClass
@EnumSource(Suite.class)
class SignOnDeviceTest {

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void opensASessionForTheDevice() {
        var signedOn = opened();

        assertEquals(maria.enrolled().mailer(), signedOn.mailer());
        assertEquals(maria.serial(), signedOn.serial());
        assertEquals(maria.enrolled().device(), signedOn.device());
        assertEquals("Franklin Demo Office", signedOn.business());
        assertEquals(
                new Sessions.Lookup.Live(maria.session()),
                world.functions().sessions().find(signedOn.token()));
    }

    @Test
    void tellsTheNextFreeNumberOfTheDevice() {
        assertEquals(1, opened().nextSequence());
        maria.holding(Postage.ofDollars(1)).answered(maria.letters(1, 1));

        assertEquals(2, opened().nextSequence());
    }

    @Test
    void tellsTheNextFreeNumberAlsoAfterALostWrite() {
        maria.holding(Postage.ofDollars(1));
        world.faults.databaseFailsAt(3);
        maria.send(maria.letters(1, 1));

        assertEquals(2, opened().nextSequence());
    }

    @Test
    void hasEverySignOnSignedGoodOrBad() {
        opened();
        maria.signOn("a password that is wrong");

        assertEquals(List.of("Opened", "SignedOn true", "SignedOn false"), entries());
    }

    @Test
    void refusesAWrongPassword() {
        assertEquals(new Result.WrongPassword(), maria.signOn("a password that is wrong"));
    }

    @Test
    void saysTheSameOfAnUnknownName() {
        var nobody = world.mailer(new UserName("nobody"), maria.app(), maria.enrolled());

        assertEquals(new Result.WrongPassword(), nobody.signOn(App.PASSWORD));
    }

    @Test
    void slowsDownWhoTriesTooOftenKnownOrNot() {
        var nobody = world.mailer(new UserName("nobody"), maria.app(), maria.enrolled());
        for (int tries = 0; tries < 5; tries++) {
            maria.signOn("a password that is wrong");
            nobody.signOn(App.PASSWORD);
        }

        assertInstanceOf(Result.Throttled.class, maria.signOn(App.PASSWORD));
        assertInstanceOf(Result.Throttled.class, nobody.signOn(App.PASSWORD));
        world.pass(Duration.ofHours(1));
        opened();
    }

    @Test
    void refusesADeviceThatHasNotJoined() {
        var stranger = world.mailer(maria.user(), new App(), maria.enrolled());

        assertEquals(new Result.DeviceNotEnrolled(), stranger.signOn(App.PASSWORD));
    }

    @Test
    void locksAMailerWhoseRecordWasChanged() {
        world.sql("UPDATE mailer SET record = x'00'");

        assertEquals(new Result.Locked(), maria.signOn(App.PASSWORD));
        assertEquals(List.of("BAD_MAC"), evidence());
    }

    @Test
    void locksAMailerWithAnothersRecord() {
        world.mailer("bob");
        world.sql(
                "UPDATE mailer SET record = (SELECT record FROM mailer WHERE user_name = 'bob')"
                        + " WHERE user_name = 'maria'");

        assertEquals(new Result.BadCredentials(), maria.signOn(App.PASSWORD));
    }

    @Test
    void locksAMailerWithYesterdaysAccount() {
        byte[] old = world.blob("SELECT record FROM account_record");
        opened();
        opened();
        world.putAccountRecord(old);

        assertEquals(new Result.Locked(), maria.signOn(App.PASSWORD));
        assertEquals(List.of("ROLLED_BACK"), evidence());
    }

    @Test
    void letsNobodyInUnnoted() {
        world.faults.databaseFailsAt(4);

        assertEquals(new Result.Unavailable(), maria.signOn(App.PASSWORD));
        assertEquals(List.of("Opened"), entries());
    }

    @Test
    void keepsTheRowOfASignOnWhoseWriteWasLost() {
        world.faults.databaseFailsAt(4);
        maria.signOn(App.PASSWORD);
        opened();

        assertEquals(List.of("Opened", "SignedOn true", "SignedOn true"), entries());
    }

    @Test
    void letsTheMailerOfALockedMeterIn() {
        byte[] old =
                world.blob(
                        "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
        maria.holding(Postage.ofDollars(1)).holding(Postage.ofDollars(1));
        world.putMeterRecord(maria, old);

        opened();
        assertTrue(world.account(maria).locked());
    }

    @Test
    void endsASession() {
        Bytes token = opened().token();
        world.functions().sessions().signOff(token);

        assertEquals(new Sessions.Lookup.SignedOut(), world.functions().sessions().find(token));
    }

    @Test
    void aSessionEndsWithItsDevice() {
        Bytes token = opened().token();
        var laptop = new App();
        var second = maria.at(laptop, maria.answered(maria.letIn(1, laptop)));
        second.answered(second.remove(1, maria.enrolled().device()));

        assertEquals(
                new Sessions.Lookup.DeviceNotEnrolled(), world.functions().sessions().find(token));
    }

    @Test
    void aSessionStaysWhereTheDatabaseHasForgottenItsDevice() {
        byte[] old =
                world.blob(
                        "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
        var laptop = new App();
        var second = maria.at(laptop, maria.answered(maria.letIn(1, laptop)));
        Bytes token =
                assertInstanceOf(Result.Opened.class, second.signOn(App.PASSWORD))
                        .signedOn()
                        .token();
        world.putMeterRecord(maria, old);

        assertEquals(
                new Sessions.Lookup.Live(maria.session()),
                world.functions().sessions().find(token));
        assertEquals(List.of(), evidence());
    }

    @Test
    void aRecoveryEndsEverySession() {
        Bytes token = opened().token();
        maria.recover(App.PASSWORD, new App());

        assertEquals(new Sessions.Lookup.SignedOut(), world.functions().sessions().find(token));
    }

    private SignedOn opened() {
        return assertInstanceOf(Result.Opened.class, maria.signOn(App.PASSWORD)).signedOn();
    }

    private List<String> evidence() {
        return world.functions().alarms().newest().stream().map(StoredAlarm::evidence).toList();
    }

    private List<String> entries() {
        return world.blobs("SELECT reply AS record FROM account_step ORDER BY counter").stream()
                .map(reply -> Canonical.decode(AccountReply.class, reply).orThrow())
                .map(reply ->
                        Canonical.decode(AccountReply.Row.class, reply.row().statement())
                                .orThrow()
                                .entry())
                .map(SignOnDeviceTest::name)
                .toList();
    }

    private static String name(AccountReply.Entry entry) {
        return switch (entry) {
            case AccountReply.Entry.Opened _ -> "Opened";
            case AccountReply.Entry.SignedOn(var login) -> "SignedOn " + login.accepted();
            case AccountReply.Entry.Funded _ -> "Funded";
            case AccountReply.Entry.Renewed _ -> "Renewed";
        };
    }
}
