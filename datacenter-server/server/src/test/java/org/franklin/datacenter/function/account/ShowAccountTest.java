package org.franklin.datacenter.function.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.account.ShowAccount.Result;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Account;
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
class ShowAccountTest {

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
    void showsTheMeterAfterEachStep() {
        maria.answered(maria.letters(1, 2));

        assertEquals(
                new Account(
                        maria.enrolled().mailer(),
                        "Franklin Demo Office",
                        PaymentMethod.SANDBOX_ACH,
                        maria.serial(),
                        new Registers(Postage.ofCents(148), Postage.ofCents(852)),
                        3,
                        2,
                        false),
                world.account(maria));
    }

    @Test
    void saysThatAChangedMeterIsLocked() {
        byte[] record = world.blob("SELECT record FROM meter_record");
        record[record.length - 1] ^= 1;
        world.changeMeterRecord(maria, record);

        assertTrue(world.account(maria).locked());
        assertEquals(1, world.count("alarm"));
    }

    @Test
    void showsNothingOfARecordThatCannotBeRead() {
        world.changeMeterRecord(maria, new byte[] {0});

        assertEquals(new Result.Locked(), world.functions().account().show(maria.session()));
    }

    @Test
    void isUnavailableWithoutTheDatabase() {
        world.faults.databaseFailsAt(1);

        assertEquals(new Result.Unavailable(), world.functions().account().show(maria.session()));
    }
}
