package org.franklin.client.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.App;
import org.franklin.client.Paid;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.ui.Scripted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Two windows, one of them long replaced, in the hands of somebody who clicks at random, while
/// answers come late, in any order or not at all.
///
/// Whatever happens, each window is one draft, charged at most once and printed at most once; and
/// when all goes well again, each piece comes out. A failure names its seed, and the seed alone
/// replays it.
class PieceSimulationTest {

    private static final int STEPS = 160;
    private static final int LONGEST = 200;
    private static final String DANA = "Dana Whitfield\n2140 SW Harbor St\nPortland, OR 97201";
    private static final String OFFICE = "Franklin Demo Office\n12 Spruce St\nAlbany, NY 12207";
    private static final Set<Class<?>> SEEN = new HashSet<>();

    static long[] seeds() {
        return new SplittableRandom(44).longs(24).toArray();
    }

    @AfterAll
    static void everyStageWasReached() {
        assertEquals(Set.of(Stage.class.getPermittedSubclasses()), SEEN);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void chargesOnceAndPrintsOnce(long seed) {
        var random = new SplittableRandom(seed);
        var desk = new MoneyDesk(random);
        var background = new Scripted();
        var place = new Workplace(Paid.METER, App.CLOCK, new SplittableRandom(seed + 1));
        var windows =
                List.of(
                        new ComposeModel(place, desk, background),
                        new ComposeModel(place, desk, background));
        int adding = 0;
        for (var window : windows) {
            window.stageProperty().subscribe(stage -> SEEN.add(stage.getClass()));
            window.begin();
            window.form().to().textProperty().set(DANA);
            window.form().from().textProperty().set(OFFICE);
        }
        for (int step = 0; step < STEPS; step++) {
            var window = windows.get(random.nextInt(windows.size()));
            adding += act(window, background, random);
            assertTrue(desk.taken.size() <= adding, "funds were added that nobody asked for");
            assertEquals(desk.outs, desk.counted);
        }
        desk.kind = true;
        for (var window : windows) {
            finish(window, background);
        }

        assertEquals(2, desk.charged.size());
        assertEquals(Set.of(windows.get(0).draft(), windows.get(1).draft()), desk.charged);
        assertEquals(Map.of(windows.get(0).draft(), 1, windows.get(1).draft(), 1), desk.counted);
        assertEquals(desk.outs, desk.counted);
    }

    /// One thing that a person or the world does; how many buttons to add funds were pressed.
    private static int act(ComposeModel window, Scripted background, SplittableRandom random) {
        boolean adds = window.situationBinding().getValue().offer() instanceof Offer.AddAndPay;
        switch (random.nextInt(24)) {
            case 0, 1, 2, 3 -> {
                window.press();
                return adds ? 1 : 0;
            }
            case 4, 5 -> window.tryAgain();
            case 6, 7 -> window.check();
            case 8 -> change(window, random);
            case 9, 10 ->
                    window.account(
                            new Asked.Given<>(
                                    Paid.balance(random.nextBoolean() ? "87.26" : "0.10")));
            case 11, 12, 13, 14 -> background.pass(random.nextInt(3_000));
            default -> {
                if (background.open() > 0) {
                    background.go(random.nextInt(background.open()));
                }
            }
        }
        return 0;
    }

    /// What the fields allow: while money may be under way they are read-only.
    private static void change(ComposeModel window, SplittableRandom random) {
        if (window.stageProperty().get().isOpen()) {
            window.form().weightProperty().set("" + random.nextInt(3));
        }
    }

    private static void finish(ComposeModel window, Scripted background) {
        for (int round = 0; round < LONGEST && !isOver(window); round++) {
            if (window.stageProperty().get().isOpen()) {
                window.form().weightProperty().set("1");
            }
            window.account(new Asked.Given<>(Paid.balance("87.26")));
            window.press();
            background.goAll();
            background.pass(1_000);
        }
        var printed = assertInstanceOf(Stage.Printed.class, window.stageProperty().get());
        assertEquals(window.draft(), printed.piece().id().draft());
        background.pass(10_000);
        background.goAll();
        window.press();
        window.tryAgain();
        window.check();
        assertEquals(0, background.open(), "after the piece nothing is asked for any more");
    }

    private static boolean isOver(ComposeModel window) {
        return window.stageProperty().get() instanceof Stage.Printed(_, _, var isOver) && isOver;
    }
}
