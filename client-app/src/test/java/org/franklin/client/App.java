package org.franklin.client;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

import org.franklin.client.ui.Background;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The whole program over a desk, in a window without a screen: to press, type, read and
/// photograph.
public final class App implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-23T14:14:02Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("America/New_York"));

    private static final int MILLIS = 20_000;

    private final FxRobot robot = new FxRobot();
    private final Stage stage;

    private App(Stage stage) {
        this.stage = stage;
    }

    static App open(FranklinDesk desk, Background background) {
        return open(desk, background, CLOCK);
    }

    static App open(FranklinDesk desk, Background background, Clock clock) {
        try {
            FxToolkit.registerPrimaryStage();
            var app = new App(FxToolkit.registerStage(Stage::new));
            app.robot.interact(() -> {
                app.stage.setX(0);
                app.stage.setY(0);
                new FranklinApp(app.stage, desk, background, clock, new SplittableRandom(7))
                        .start();
                app.stage.requestFocus();
            });
            return app;
        } catch (TimeoutException e) {
            throw new AssertionError("the toolkit does not start", e);
        }
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        return stage.getScene();
    }

    void does(Runnable step) {
        robot.interact(step);
    }

    /// Looks on the toolkit's own thread: on another one, nodes come and go meanwhile.
    private static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, look);
    }

    Node find(String selector) {
        return seen(() -> robot.lookup(selector).query());
    }

    boolean has(String selector) {
        return seen(() -> robot.lookup(selector).tryQuery().isPresent());
    }

    boolean shows(String words) {
        return text().contains(words);
    }

    /// Waits until the words can be read.
    void awaits(String words) {
        try {
            WaitForAsyncUtils.waitFor(MILLIS, TimeUnit.MILLISECONDS, () -> shows(words));
        } catch (TimeoutException e) {
            throw new AssertionError("no “" + words + "” in:\n" + text(), e);
        }
    }

    /// All words that can be read now, each label on a line.
    String text() {
        return seen(() ->
                robot.lookup(node -> node instanceof Labeled && isSeen(node)).queryAll().stream()
                        .map(node -> read((Labeled) node))
                        .collect(Collectors.joining("\n")));
    }

    /// As it is seen: an underscore marks a mnemonic only where mnemonics are looked for.
    private static String read(Labeled label) {
        return label.isMnemonicParsing() ? label.getText().replace("_", "") : label.getText();
    }

    /// Waits until a control is there, which a window may add when it has asked for something.
    void awaitsNode(String selector) {
        try {
            WaitForAsyncUtils.waitFor(MILLIS, TimeUnit.MILLISECONDS, () -> has(selector));
        } catch (TimeoutException e) {
            throw new AssertionError("no " + selector + " in:\n" + text(), e);
        }
    }

    /// Presses a button without moving the mouse there.
    void press(String selector) {
        awaitsNode(selector);
        does(() -> ((ButtonBase) find(selector)).fire());
    }

    void pressNamed(String text) {
        pressNamed(text, 0);
    }

    /// Presses one of several buttons with the same words, counted from 0.
    void pressNamed(String text, int number) {
        does(() ->
                robot
                        .lookup(node ->
                                node instanceof ButtonBase named
                                        && text.equals(named.getText().replace("_", ""))
                                        && isSeen(named))
                        .<ButtonBase>queryAll()
                        .stream()
                        .skip(number)
                        .findFirst()
                        .orElseThrow()
                        .fire());
    }

    void type(String selector, String text) {
        does(() -> ((TextInputControl) find(selector)).setText(text));
    }

    boolean isFocused(String selector) {
        return seen(() -> find(selector).equals(scene().getFocusOwner()));
    }

    void photograph(String name) {
        does(() -> Camera.take(scene(), name));
    }

    /// Light and dark, at 100 % and 150 %.
    void photographAll(String name) {
        does(() -> {
            Camera.take(scene(), name + "-light");
            Camera.take(scene(), name + "-light-150", 1.5);
            scene().getPreferences().setColorScheme(ColorScheme.DARK);
        });
        does(() -> {
            Camera.take(scene(), name + "-dark");
            scene().getPreferences().setColorScheme(ColorScheme.LIGHT);
        });
    }

    @Override
    public void close() {
        does(stage::close);
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
