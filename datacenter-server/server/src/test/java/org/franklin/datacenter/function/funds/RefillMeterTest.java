package org.franklin.datacenter.function.funds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.statement.Payment;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Crash;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.funds.RefillMeter.Known;
import org.franklin.datacenter.function.funds.RefillMeter.Result;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

@ParameterizedClass
@EnumSource(Suite.class)
class RefillMeterTest {

    private static final Postage TEN = Postage.ofDollars(10);
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

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
    void movesMoneyIntoTheMeter() {
        var reply = MeterReply.decode(refilled(FIRST)).orThrow();

        assertEquals(
                new Registers(Postage.ZERO, TEN),
                assertInstanceOf(MeterReply.Refilled.class, reply).receipt().receipt().registers());
    }

    @Test
    void paysOnceForTheSameId() {
        assertEquals(refilled(FIRST), refilled(FIRST));
        assertEquals(TEN, funds());
        assertEquals(1, world.count("payment"));
    }

    @Test
    void paysAgainForAnotherId() {
        refilled(FIRST);
        refilled(SECOND);

        assertEquals(Postage.ofDollars(20), funds());
    }

    @Test
    void refusesAnotherAmountUnderAUsedId() {
        refilled(FIRST);

        assertEquals(new Result.Conflict(), maria.refill(FIRST, Postage.ofDollars(11)));
        assertEquals(TEN, funds());
    }

    @Test
    void movesNothingWhenThePaymentIsDeclined() {
        var declined = new Refill(FIRST, TEN, PaymentMethod.SANDBOX_DECLINED);

        assertEquals(new Result.Declined(), maria.refill(declined));
        assertEquals(Postage.ZERO, funds());
        assertEquals(new Known.Unknown(), known(FIRST));
    }

    @Test
    void refillsNoOtherMailersMeter() {
        var bob = world.mailer("bob");
        var asked = new Refill(FIRST, TEN, PaymentMethod.SANDBOX_ACH);
        var refills = world.functions().refills();

        assertEquals(new Result.NotYours(), refills.refill(maria.session(), bob.serial(), asked));
        assertEquals(new Known.NotYours(), refills.find(maria.session(), bob.serial(), FIRST));
    }

    @Test
    void takesTheSameIdFromTwoMailersAsTwoRefills() {
        var bob = world.mailer("bob");
        refilled(FIRST);

        assertInstanceOf(Result.Refilled.class, bob.refill(FIRST, TEN));
        assertEquals(TEN, world.account(bob).registers().descending());
    }

    @Test
    void paysOnceWhereverTheServerDies() {
        int moment = 1;
        while (crashes(moment)) {
            Bytes reply = refilled(new UUID(1, moment));
            assertEquals(reply, refilled(new UUID(1, moment)));
            assertEquals(Postage.ofDollars(10L * moment), funds(), "died at moment " + moment);
            moment++;
        }
        assertTrue(moment > 15, "a refill has more moments than " + moment);
        assertEquals(0, world.count("alarm"), "no crash looks like tampering");
    }

    @Test
    void paysOnceWhereverTheDatabaseFails() {
        int moment = 1;
        while (faults(moment)) {
            refilled(new UUID(1, moment));
            assertEquals(Postage.ofDollars(10L * moment), funds(), "failed at moment " + moment);
            moment++;
        }
        assertTrue(moment > 10, "a refill has more moments than " + moment);
    }

    @Test
    void finishesWithTheNextRefillWhatACrashInterrupted() {
        for (int moment = 1; crashes(moment); moment++) {
            boolean paid = known(new UUID(1, moment)) instanceof Known.Refilled;
            refilled(new UUID(2, moment));
            refilled(new UUID(1, moment));
            assertEquals(Postage.ofDollars(20L * moment), funds(), moment + " paid: " + paid);
        }
    }

    @Test
    void finishesWhenItStartsWhatACrashInterrupted() {
        int interrupted = 0;
        for (int moment = 1; crashes(moment); moment++) {
            long waiting = world.count("payment") - world.count("delivery");
            interrupted += (int) waiting;
            world.functions().sweep().run();
            assertEquals(world.count("payment"), world.count("delivery"));
            assertEquals(Postage.ofDollars(10 * world.count("payment")), funds());
        }
        assertTrue(interrupted > 5, "some crashes come between payment and arrival");
    }

    @Test
    void knowsWhatCameOfAnId() {
        assertEquals(new Known.Unknown(), known(FIRST));
        assertEquals(new Known.Refilled(refilled(FIRST)), known(FIRST));
    }

    @Test
    void sendsOnWhatTheTableWronglySaysArrived() {
        for (int moment = 1; crashes(moment); moment++) {
            world.sql(
                    "INSERT INTO delivery SELECT mailer, number, number FROM payment WHERE TRUE"
                            + " ON CONFLICT DO NOTHING");
            refilled(new UUID(2, moment));
            assertEquals(Postage.ofDollars(10 * world.count("payment")), funds());
        }
    }

    @Test
    void takesNoPaymentForALockedMeter() {
        byte[] old =
                world.blob(
                        "SELECT record FROM meter_record WHERE owner = " + maria.serial().number());
        refilled(FIRST);
        refilled(SECOND);
        world.putMeterRecord(maria, old);

        assertEquals(new Result.Locked(), maria.refill(new UUID(0, 3), TEN));
        assertEquals(2, world.count("payment"));
    }

    @Test
    void refusesYesterdaysAccount() {
        byte[] old = world.blob("SELECT record FROM account_record");
        refilled(FIRST);
        refilled(SECOND);
        world.putAccountRecord(old);

        assertEquals(new Result.Locked(), maria.refill(new UUID(0, 3), TEN));
        assertEquals(1, world.count("alarm"));
    }

    @Test
    void chargesNobodyTwiceAfterARestoreLostAPayment() throws IOException {
        refilled(FIRST);
        Path backup = backup();
        Bytes lost = refilled(SECOND);
        putBack(backup);

        Bytes third = refilled(new UUID(0, 3));

        assertNotEquals(lost, third, "the reply to the lost refill answers no other");
        assertEquals(Postage.ofDollars(30), funds());
        assertEquals(0, world.count("alarm"));
    }

    @Test
    void givesTheSameReplyAfterARestoreLostThePayment() throws IOException {
        refilled(FIRST);
        Path backup = backup();
        Bytes reply = refilled(SECOND);
        putBack(backup);

        assertEquals(new Known.Refilled(reply), known(SECOND));
        assertEquals(reply, refilled(SECOND), "it is not charged again");
        assertEquals(Postage.ofDollars(20), funds());
    }

    @Test
    void bringsLostPaymentsBackWhenItStarts() throws IOException {
        Path backup = backup();
        refilled(FIRST);
        putBack(backup);

        world.functions().sweep().run();

        assertEquals(1, world.count("payment"));
        assertEquals(1, world.count("delivery"));
        assertEquals(TEN, funds());
    }

    @Test
    void saysNothingOfALostPaymentWhoseAccountIsLocked() throws IOException {
        Path backup = backup();
        refilled(FIRST);
        refilled(SECOND);
        putBack(backup);
        assertEquals(new Result.Locked(), maria.refill(new UUID(0, 3), TEN));

        assertEquals(new Known.Pending(), known(FIRST));
    }

    @Test
    void answersNoRefillWithThePaymentOfAnother() {
        refilled(FIRST);
        var another =
                Canonical.bytes(
                        new Payment(
                                maria.session().mailer(),
                                maria.serial(),
                                1,
                                SECOND.toString(),
                                TEN,
                                PaymentMethod.SANDBOX_ACH));
        world.sql("DELETE FROM delivery");
        world.sql(
                "UPDATE payment SET refill = '%s', statement = x'%s', signature = x'%s'"
                        .formatted(SECOND, another.hex(), world.processor().sign(another).hex()));

        assertEquals(new Known.Unknown(), known(FIRST));
        assertInstanceOf(Known.Pending.class, known(SECOND));
    }

    private Path backup() {
        Path backup = dir.resolve("backup.db");
        world.sql("VACUUM INTO '" + backup + "'");
        return backup;
    }

    private void putBack(Path backup) throws IOException {
        world.close();
        for (String log : List.of("-wal", "-shm")) {
            Files.deleteIfExists(Path.of(world.databaseFile() + log));
        }
        Files.copy(backup, world.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        world.reopen();
    }

    private Bytes refilled(UUID id) {
        return assertInstanceOf(Result.Refilled.class, maria.refill(id, TEN)).reply();
    }

    private Known known(UUID id) {
        return world.functions().refills().find(maria.session(), maria.serial(), id);
    }

    private Postage funds() {
        return world.account(maria).registers().descending();
    }

    private boolean crashes(int moment) {
        world.faults.crashAt(moment);
        try {
            maria.refill(new UUID(1, moment), TEN);
            return false;
        } catch (Crash _) {
            return true;
        } finally {
            world.faults.crashAt(0);
            world.restart();
        }
    }

    private boolean faults(int moment) {
        world.faults.databaseFailsAt(moment);
        var result = maria.refill(new UUID(1, moment), TEN);
        world.faults.databaseFailsAt(0);
        return result instanceof Result.Pending;
    }
}
