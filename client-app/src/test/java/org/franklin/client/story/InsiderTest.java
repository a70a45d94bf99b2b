package org.franklin.client.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.print.Stock;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;

/// Insider drills: what an administrator of the database can do to a meter, and what it gets him.
@ParameterizedClass
@EnumSource(Suite.class)
class InsiderTest {

    private static final Postage LETTER = Postage.ofCents(74);

    @Parameter private Suite suite = Suite.STANDARD;

    @TempDir private Path dir;

    private RunningDataCenter dataCenter;
    private Mailer mailer;

    @BeforeEach
    void signUpAndFund() throws IOException {
        dataCenter = new RunningDataCenter(dir.resolve("datacenter"), suite);
        mailer = Mailer.funded(dir.resolve("mailer"), dataCenter.identity());
    }

    @AfterEach
    void close() throws IOException {
        mailer.close();
        dataCenter.close();
    }

    @Test
    void aRegisterChangedByHandLocksTheMeterUntilTheRecordIsBack() throws SQLException {
        Row honest = record();
        write(enriched(honest, mailer.balance()));

        assertLocked();
        assertEquals(1, alarms());
        write(honest);
        charge();
        assertEquals(Postage.ofDollars(100).minus(LETTER), mailer.balance());
    }

    @Test
    void yesterdaysRecordAfterTwoPiecesLocksTheMeterForGood() throws SQLException {
        Row yesterday = record();
        charge();
        charge();
        Row today = record();
        write(yesterday);

        assertLocked();
        assertEquals(1, alarms());
        write(today);
        assertLocked();
    }

    @Test
    void theRecordBeforeTheLastIsRepairedWithoutAnAlarmOrASecondCharge() throws SQLException {
        Row before = record();
        var letter = mailer.letters(1, Stock.ENVELOPE_10);
        var charged = assertInstanceOf(Purchase.Charged.class, mailer.desk().buy(letter));
        write(before);

        assertEquals(charged, mailer.desk().buy(letter));
        charge();
        assertEquals(Postage.ofDollars(100).minus(LETTER).minus(LETTER), mailer.balance());
        assertEquals(0, alarms());
        assertInstanceOf(VerifiedStatement.Holds.class, mailer.desk().statement());
    }

    @Test
    void aDeletedTransactionAndItsOldRecordStillGiveTheSameBytes() throws Exception {
        Row before = record();
        var letter = mailer.letters(1, Stock.ENVELOPE_10);
        dataCenter.wire().loseAnswers();
        assertInstanceOf(Purchase.Checking.class, mailer.desk().buy(letter));
        dataCenter.awaitMeterSteps(4);
        try (var admin = dataCenter.administrator();
                var delete =
                        admin.prepareStatement(
                                "DELETE FROM meter_step"
                                        + " WHERE counter = (SELECT max(counter) FROM meter_step)"
                                        + " RETURNING reply");
                var deleted = delete.executeQuery()) {
            assertTrue(deleted.next());
        }
        write(before);
        dataCenter.wire().heal();

        assertInstanceOf(Purchase.Charged.class, mailer.desk().check(letter.id()));
        assertEquals(Postage.ofDollars(100).minus(LETTER), mailer.balance());
        assertEquals(0, alarms());
    }

    private void charge() {
        assertInstanceOf(
                Purchase.Charged.class, mailer.desk().buy(mailer.letters(1, Stock.ENVELOPE_10)));
    }

    private void assertLocked() {
        var refused =
                assertInstanceOf(
                        Purchase.NotCharged.class,
                        mailer.desk().buy(mailer.letters(1, Stock.ENVELOPE_10)));
        assertInstanceOf(Refusal.MeterLocked.class, refused.why());
        if (mailer.desk().account() instanceof Asked.Given<Balance>(var balance)) {
            assertTrue(balance.account().locked(), "the mailer sees that the meter is locked");
        }
    }

    /// The record with a dollar more in the descending register and in what was refilled, as
    /// somebody would do it who knows the form but not the key.
    private static Row enriched(Row row, Postage descending) {
        byte[] richer = row.record().toArray();
        var bytes = ByteBuffer.wrap(richer);
        int changed = 0;
        for (int at = 0; at <= richer.length - Long.BYTES; at++) {
            if (bytes.getLong(at) == descending.mills()) {
                bytes.putLong(at, descending.mills() + 1_000);
                changed++;
            }
        }
        assertEquals(2, changed, "descending, and all that came in");
        return new Row(row.counter(), Bytes.of(richer));
    }

    /// A row of the meter database.
    private record Row(long counter, Bytes record) {}

    private Row record() throws SQLException {
        try (var admin = dataCenter.administrator();
                var query = admin.prepareStatement("SELECT counter, record FROM meter_record");
                var row = query.executeQuery()) {
            assertTrue(row.next());
            return new Row(row.getLong("counter"), Bytes.of(row.getBytes("record")));
        }
    }

    private void write(Row row) throws SQLException {
        try (var admin = dataCenter.administrator();
                var update =
                        admin.prepareStatement("UPDATE meter_record SET counter = ?, record = ?")) {
            update.setLong(1, row.counter());
            update.setBytes(2, row.record().toArray());
            assertEquals(1, update.executeUpdate());
        }
    }

    private int alarms() throws SQLException {
        try (var admin = dataCenter.administrator();
                var query = admin.prepareStatement("SELECT count(*) FROM alarm");
                var row = query.executeQuery()) {
            return row.next() ? row.getInt(1) : -1;
        }
    }
}
