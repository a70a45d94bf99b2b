package org.franklin.client.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.datacenter.draft.Draft;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Purchase;
import org.franklin.client.datacenter.outcome.Purchase.Charged;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.ProblemType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// A mailer who clicks on anything at any time, over a network and a data center that lose, refuse,
/// stall and lie, with a program that stops at random and now and then starts from a backup.
///
/// Whatever happens, in the end the outbox holds exactly the pieces that the meter charged for,
/// each once. A failure names its seed, and that seed alone replays it.
class DeskSimulationTest {

    private static final int STEPS = 60;

    private static final List<FakeDataCenter.Trick> TRICKS =
            List.of(
                    FakeDataCenter.HONEST,
                    FakeDataCenter.LOSE_THE_REQUEST,
                    FakeDataCenter.LOSE_THE_ANSWER,
                    FakeDataCenter.refuse(ProblemType.INSUFFICIENT_FUNDS),
                    FakeDataCenter.refuse(ProblemType.TOO_MANY_REQUESTS),
                    FakeDataCenter.refuse(ProblemType.OUTCOME_PENDING),
                    ask -> {
                        var _ = ask.honest().get();
                        ask.answer(FakeMeter.no(ProblemType.NOT_MAILABLE));
                    },
                    ask -> {
                        var _ = ask.honest().get();
                        ask.exchange().sendResponseHeaders(502, -1);
                    });

    @TempDir private Path home;

    static long[] seeds() {
        return new SplittableRandom(20).longs(4).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsExactlyWhatTheMeterCharged(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        Path folder = home.resolve("mailer");
        Path backup = home.resolve("backup");
        try (var dataCenter = new FakeDataCenter()) {
            var drafts = new ArrayList<Draft>();
            Office.funded(folder, dataCenter.identity()).close();
            ResumeTest.copy(folder, backup);
            for (int run = 0; run < 4; run++) {
                try (var office = reopened(folder, dataCenter)) {
                    for (int step = 0; step < STEPS / 4; step++) {
                        click(office, dataCenter, drafts, random);
                    }
                }
                switch (random.nextInt(3)) {
                    case 0 -> ResumeTest.copy(folder, backup);
                    case 1 -> ResumeTest.copy(backup, folder);
                    default -> assertTrue(Files.exists(folder));
                }
            }
            try (var office = reopened(folder, dataCenter)) {
                assertBalanced(office, dataCenter);
            }
        }
    }

    private static void click(
            Office office, FakeDataCenter dataCenter, List<Draft> drafts, RandomGenerator random) {
        if (drafts.isEmpty() || random.nextInt(3) == 0) {
            drafts.add(office.draft(1 + random.nextInt(3)));
        }
        var draft = drafts.get(random.nextInt(drafts.size()));
        dataCenter.play(TRICKS.get(random.nextInt(TRICKS.size())));
        var _ =
                switch (random.nextInt(6)) {
                    case 0 -> office.desk().giveUp(draft.id());
                    case 1, 2 -> office.desk().check(draft.id());
                    default -> office.desk().buy(draft);
                };
        dataCenter.playNoMore();
    }

    private static void assertBalanced(Office office, FakeDataCenter dataCenter) {
        for (Purchase resumed : office.desk().resume().purchases()) {
            assertTrue(!(resumed instanceof Purchase.Checking), "settled by an honest meter");
        }
        // The last number may have been executed after a false no: the next purchase finds out.
        while (!(office.desk().buy(office.draft(2)) instanceof Charged)) {
            assertEquals(List.of(), office.evidence());
        }
        var pieces =
                office.desk().recent(1_000).stream()
                        .filter(Charged.class::isInstance)
                        .map(Charged.class::cast)
                        .flatMap(charged -> charged.pieces().stream())
                        .map(PaidPiece::indicium)
                        .toList();

        assertEquals(pieces.size(), pieces.stream().distinct().count());
        assertEquals(dataCenter.meter().pieces(), pieces.size());
        assertEquals(
                dataCenter.meter().registers().ascending(),
                pieces.stream()
                        .map(piece -> piece.indicium().postage())
                        .reduce(Postage.ZERO, Postage::plus));
        assertEquals(Postage.ZERO, office.folder().outbox().requests().setAside());
        assertInstanceOf(VerifiedStatement.Holds.class, office.desk().statement());
    }

    private static Office reopened(Path folder, FakeDataCenter dataCenter) {
        return Office.open(folder, dataCenter.identity()).signedOn();
    }
}
