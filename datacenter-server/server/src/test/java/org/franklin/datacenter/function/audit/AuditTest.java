package org.franklin.datacenter.function.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.model.mailer.PaymentMethod;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Refill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Two mailers, refills and mail; then an administrator of the database goes to work.
@ParameterizedClass
@EnumSource(Suite.class)
class AuditTest {

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path folder;

    private World world;
    private Mailer first;
    private Mailer second;

    @BeforeEach
    void trade() throws IOException {
        world = new World(folder, suite);
        first = world.mailer("first");
        second = world.mailer("second");
        refill(first, 20);
        refill(second, 30);
        first.answered(first.letters(1, 3));
        first.answered(first.letters(2, 2));
        second.answered(second.cancel(1));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void findsHonestBooksBalanced() {
        var report = audit();

        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), report.notes());
        assertTrue(report.balances());
        assertEquals(2, report.counts().mailers());
        assertEquals(2, report.counts().accounts());
        assertEquals(2, report.counts().meters());
        assertEquals(5, report.counts().pieces());
        assertEquals(Postage.ofDollars(50), report.sums().paid());
        assertEquals(Postage.ofDollars(50), report.sums().credited());
        assertEquals(Postage.ofDollars(50), report.sums().debited());
        assertEquals(Postage.ofDollars(50), report.sums().refilled());
        assertEquals(Postage.ofCents(5 * 74), report.sums().ascending());
        assertTrue(report.lines().contains("The books balance."));
    }

    @Test
    void changesNothing() {
        long alarms = world.count("alarm");
        audit();

        assertEquals(audit(), audit());
        assertEquals(alarms, world.count("alarm"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UPDATE mailer SET user_name = 'thief' WHERE user_name = 'first' | another mailer
                    UPDATE mailer SET record = zeroblob(200) | not as the box
                    DELETE FROM mailer WHERE user_name = 'first' | its record is gone
                    UPDATE meter_record SET record = zeroblob(900) | as the box
                    DELETE FROM meter_step WHERE owner = 1001 AND counter = 2 | step is missing
                    DELETE FROM meter_step WHERE owner = 1001 AND counter = 4 | does not end
                    DELETE FROM meter_step WHERE owner = 1001 AND counter = 0 | does not begin
                    UPDATE meter_step SET reply = zeroblob(9) WHERE counter = 3 | be read
                    UPDATE meter_step SET actor = 7 WHERE counter = 3 | place of another
                    DELETE FROM account_step WHERE counter = 1 | do not come to
                    UPDATE account_step SET reply = zeroblob(9) | not the box's
                    UPDATE payment SET mills = mills - 1000 | its payments come to
                    DELETE FROM payment | its payments come to
                    """)
    void namesWhatAnAdministratorChanged(String sql, String finding) {
        assertTrue(world.sql(sql) > 0, sql);

        var report = audit();

        assertFalse(report.balances());
        assertTrue(
                report.problems().stream().anyMatch(problem -> problem.contains(finding)),
                report.problems().toString());
        assertTrue(report.lines().getLast().startsWith("The books do not balance"));
    }

    @Test
    void findsARecordThatWasPutBack() {
        String old = record();
        first.answered(first.letters(3, 1));
        first.answered(first.letters(4, 1));
        world.sql("UPDATE meter_record SET record = x'" + old + "' WHERE owner = 1001");

        assertTrue(audit().problems().contains("meter 1001: an old record was put back"));
    }

    @Test
    void takesOneStepBehindForACrash() {
        String old = record();
        first.answered(first.letters(3, 1));
        world.sql("UPDATE meter_record SET record = x'" + old + "' WHERE owner = 1001");

        assertTrue(
                audit().notes().contains("meter 1001: one step behind its box, as after a crash"));
    }

    private String record() {
        return HexFormat.of()
                .formatHex(world.blob("SELECT record FROM meter_record WHERE owner = 1001"));
    }

    private void refill(Mailer mailer, long dollars) {
        var refill =
                new Refill(
                        UUID.randomUUID(), Postage.ofDollars(dollars), PaymentMethod.SANDBOX_ACH);
        world.functions().refills().refill(mailer.session(), mailer.serial(), refill);
    }

    private AuditReport audit() {
        return new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                .run();
    }
}
