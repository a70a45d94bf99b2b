package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.postage.Outcomes.Result;
import org.franklin.datacenter.function.postage.Outcomes.StatementResult;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

@ParameterizedClass
@EnumSource(Suite.class)
class OutcomesTest {

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir, suite);
        maria = world.mailer("maria").holding(Postage.ofDollars(10_000));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void tellsWhatCameOfARequest() {
        Bytes paid = maria.answered(maria.letters(1, 1));
        Bytes voided = maria.answered(maria.cancel(2));

        assertEquals(new Result.Found(paid), maria.outcome(1));
        assertEquals(new Result.Found(voided), maria.outcome(2));
        assertEquals(new Result.Found(maria.enrolled().reply()), maria.outcome(0));
    }

    @Test
    void tellsThatNothingWasChargedYet() {
        assertEquals(new Result.Unknown(), maria.outcome(1));
        assertEquals(
                new Result.Unknown(),
                world.functions()
                        .outcomes()
                        .outcome(maria.session(), maria.serial(), new DeviceId(5), 1));
    }

    @Test
    void tellsNobodyOfOthersRequestsOrStatements() {
        var bob = world.mailer("bob");
        var outcomes = world.functions().outcomes();

        assertEquals(
                new Result.NotYours(),
                outcomes.outcome(bob.session(), maria.serial(), new DeviceId(1), 1));
        assertEquals(
                new StatementResult.NotYours(),
                outcomes.statement(bob.session(), maria.serial(), 0, 10));
    }

    @Test
    void listsTheWholeHistoryAsAChain() {
        maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 3));

        var receipts = receipts(statement(0, 500));

        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), receipts.stream().map(Receipt::counter).toList());
        for (int i = 1; i < receipts.size(); i++) {
            assertEquals(receipts.get(i - 1).record(), receipts.get(i).previousRecord());
        }
    }

    @Test
    void listsAPieceOfTheHistory() {
        maria.answered(maria.letters(1, 1));
        maria.answered(maria.letters(2, 1));

        assertEquals(
                List.of(2L, 3L), receipts(statement(2, 2)).stream().map(Receipt::counter).toList());
        assertEquals(1, statement(0, -3).replies().size());
        assertEquals(List.of(), statement(99, 10).replies());
    }

    @Test
    void endsAStatementBeforeItFillsTheMemory() {
        for (int sequence = 1; sequence <= 3; sequence++) {
            maria.answered(maria.letters(sequence, 1_000));
        }
        for (int copy = 4; copy <= 60; copy++) {
            world.sql(
                    ("INSERT INTO meter_step SELECT owner, counter + %d, actor, %d, request, reply,"
                                    + " time FROM meter_step WHERE actor = 1 AND sequence = 1")
                            .formatted(copy, copy));
        }

        var statement = statement(0, 500);

        long bytes = statement.replies().stream().mapToLong(Bytes::length).sum();
        assertTrue(bytes < 5_000_000 && statement.replies().size() >= 20, bytes + " bytes");
    }

    private Statement statement(long from, int most) {
        return assertInstanceOf(
                        StatementResult.Listed.class,
                        world.functions()
                                .outcomes()
                                .statement(maria.session(), maria.serial(), from, most))
                .statement();
    }

    private static List<Receipt> receipts(Statement statement) {
        return statement.replies().stream()
                .map(reply -> MeterReply.decode(reply).orThrow().receipt().receipt())
                .toList();
    }
}
