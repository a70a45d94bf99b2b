package org.franklin.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.ui.VirtualThreads;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The preview while one types as fast as the fastest typists do, a letter every 40 ms.
class TypingTest {

    private static final long BETWEEN_LETTERS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final int ROUNDS = 6;

    private final FakeDesk desk = new FakeDesk();

    @Test
    void thePreviewFollowsTyping() {
        desk.beginning =
                new Beginning.SignedOn(FakeDesk.IDENTITY, FakeDesk.session("martha.lindqvist"));
        var background =
                new VirtualThreads(
                        Platform::runLater,
                        fault -> {
                            throw new AssertionError(fault);
                        });
        try (var app = App.open(desk, background, Clock.systemUTC())) {
            app.awaits("Your balance is enough for");
            app.robot().push(KeyCode.SHORTCUT, KeyCode.N);
            app.awaits("Office laser");
            app.type("#from", ComposeTest.OFFICE);
            var pictures = new AtomicInteger();
            app.does(() ->
                    ((ImageView) app.find(".paper .image-view"))
                            .imageProperty()
                            .subscribe((_, _) -> pictures.incrementAndGet()));
            type(app, ComposeTest.DANA);
            pictures.set(0);
            var pulse = Pulse.listen();
            for (int round = 0; round < ROUNDS; round++) {
                type(app, ComposeTest.DANA);
            }
            pulse.print("typing");
            int letters = ROUNDS * ComposeTest.DANA.length();
            System.out.printf(
                    Locale.ROOT,
                    "BENCH preview-pictures %d pictures %.2f letters-typed%n",
                    pictures.get(),
                    (double) pictures.get() / letters);
            app.awaits("Print postage – $0.74");
            assertTrue(pictures.get() > 0, "no picture followed");
        }
    }

    private static void type(App app, String text) {
        var area = (TextArea) app.find("#to");
        app.does(area::clear);
        for (String letter : text.split("", -1)) {
            Platform.runLater(() -> area.appendText(letter));
            LockSupport.parkNanos(BETWEEN_LETTERS);
        }
    }
}
