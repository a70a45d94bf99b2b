package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.audit.Audit;
import org.franklin.datacenter.function.funds.RefillMeter;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumVerifier;
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
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Two years of months: records are verified with the month that they carry and signed with
/// today's, certificates renew themselves, and no meter is too long asleep.
@ParameterizedClass
@EnumSource(Suite.class)
class MonthsTest {

    private static final int MONTHS = 24;
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int METERS = 6;
    private static final int LONGEST_SLEEP = 14;
    private static final Duration A_MONTH = Duration.ofDays(31);

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;

    /// A mailer who posts a letter now and then.
    private static final class Office {
        private final Mailer mailer;
        private int wakes;
        private long letters;

        private Office(Mailer mailer, int wakes) {
            this.mailer = mailer;
            this.wakes = wakes;
        }
    }

    @BeforeEach
    void open() throws IOException {
        world = new World(dir, suite);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sleepersWakeWithoutAnAlarmAndWithACertificateThatHolds() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var offices = new ArrayList<Office>();
        for (int i = 0; i < METERS; i++) {
            // The first always sleeps as long as any may, and the second never.
            var mailer = world.mailer("office" + i).holding(Postage.ofDollars(100));
            offices.add(new Office(mailer, i == 0 ? LONGEST_SLEEP : i));
        }
        long certificates = world.count("certificate");
        for (int month = 1; month <= MONTHS; month++) {
            world.pass(A_MONTH);
            if (month % MONTHS_OF_A_YEAR == 0) {
                world.restart();
            }
            for (Office office : offices) {
                if (office.wakes <= month) {
                    post(office, "seed %d, month %d".formatted(seed, month));
                    office.wakes = month + 1 + sleep(office, offices, random);
                }
            }
        }
        assertEquals(List.of(), world.functions().alarms().newest(), "seed " + seed);
        assertTrue(
                world.count("certificate") > certificates + METERS,
                "certificates were renewed, seed " + seed);
        for (Office office : offices) {
            assertTrue(office.letters > 0, "seed " + seed);
            var registers = world.account(office.mailer).registers();
            assertEquals(
                    Postage.ofDollars(100),
                    registers.ascending().plus(registers.descending()),
                    "seed " + seed);
        }
        assertBalanced();
    }

    /// No day that was is paid for, no month that was signs, and nobody calls it tampering.
    @Test
    void aClockThatFallsBackFortyDaysTakesNothingBack() {
        var office = new Office(world.mailer("office").holding(Postage.ofDollars(100)), 0);
        world.pass(A_MONTH);
        post(office, "before");
        int month = record(office).link().month();
        var time = record(office).link().time();
        world.pass(Duration.ofDays(-40));

        assertInstanceOf(
                DispensePostage.Result.WrongDate.class,
                office.mailer.send(office.mailer.letters(office.letters + 1, 1)));
        assertInstanceOf(
                RefillMeter.Result.Refilled.class,
                office.mailer.refill(new UUID(4, 1), Postage.ofDollars(10)));
        assertEquals(month, record(office).link().month());
        assertEquals(time, record(office).link().time());

        world.pass(Duration.ofDays(40).plus(A_MONTH));
        post(office, "after");
        assertEquals(List.of(), world.functions().alarms().newest());
        assertBalanced();
    }

    /// As when a clock is put right by two minutes.
    @Test
    void aClockThatFallsBackOverTheEndOfAMonthStaysInTheNewOne() {
        var office = new Office(world.mailer("office").holding(Postage.ofDollars(100)), 0);
        var now = world.now();
        var newMonth =
                now.atOffset(ZoneOffset.UTC)
                        .with(TemporalAdjusters.firstDayOfNextMonth())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant();
        world.pass(Duration.between(now, newMonth).plusMinutes(1));
        post(office, "in the first minutes of the month");
        int month = record(office).link().month();

        world.pass(Duration.ofMinutes(-2));
        assertInstanceOf(
                RefillMeter.Result.Refilled.class,
                office.mailer.refill(new UUID(4, 2), Postage.ofDollars(10)));

        assertEquals(month, record(office).link().month());
        assertEquals(List.of(), world.functions().alarms().newest());
        assertBalanced();
    }

    private void assertBalanced() {
        var report =
                new Audit(world.stores(), world.doors(), world.keys().verificationKeys().orThrow())
                        .run();
        assertTrue(report.balances(), () -> String.join("\n", report.lines()));
    }

    private static int sleep(Office office, List<Office> offices, Random random) {
        return switch (offices.indexOf(office)) {
            case 0 -> LONGEST_SLEEP - 5;
            case 1 -> 0;
            default -> random.nextInt(LONGEST_SLEEP);
        };
    }

    private void post(Office office, String when) {
        int asleep = record(office).link().month();
        office.letters++;
        var request = office.mailer.letters(office.letters, 1);
        var issued = Mailer.issued(office.mailer.answered(request));
        var verifier = new IndiciumVerifier(world.keys().verificationKeys().orThrow());
        Bytes symbol = issued.indicia().getFirst();
        assertInstanceOf(world.honestVerdict(), verifier.verify(symbol), when);
        assertTrue(
                assertInstanceOf(
                                VerifyIndicium.Result.Verified.class,
                                world.functions().verification().verify(symbol))
                        .verdict()
                        .genuine(),
                when);
        int today = world.today().getYear() * 100 + world.today().getMonthValue();
        assertEquals(today, record(office).link().month(), when);
        assertNotEquals(today, asleep, when);
        assertEquals(
                issued,
                Mailer.issued(office.mailer.answered(request)),
                "and a retry is the same, " + when);
    }

    private MeterRecord record(Office office) {
        Bytes signed =
                Bytes.of(
                        world.blob(
                                "SELECT record FROM meter_record WHERE owner = "
                                        + office.mailer.serial().number()));
        return SignedRecord.body(MeterRecord.class, signed).orThrow();
    }
}
