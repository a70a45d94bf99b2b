package org.franklin.benchmarks;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.franklin.client.Main;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// A process that opens a window, says when it can be used, and closes it. The window is the
/// mailer's, opened by its own main class, or with `--bare` an empty one with one field.
///
/// It can be used when it is shown, a field has the keyboard, and a frame with both was drawn. That
/// is seen from beside the program, which knows nothing of it.
final class Opening {

    private static final long LOOK_NANOS = 1_000_000;

    private Opening() {}

    public static void main(String[] arguments) {
        if (System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Thread.ofPlatform().daemon().start(Opening::look);
        if (Arrays.asList(arguments).contains("--bare")) {
            Platform.startup(Opening::showBare);
        } else {
            Main.main(arguments);
        }
    }

    private static void showBare() {
        var stage = new Stage();
        stage.setScene(new Scene(new VBox(new TextField()), 1000, 720));
        stage.show();
    }

    /// Until there is a toolkit, there is no thread of it to look from.
    private static void look() {
        while (true) {
            try {
                Platform.runLater(Opening::watch);
                return;
            } catch (IllegalStateException e) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static void watch() {
        new AnimationTimer() {
            private int framesReady;

            @Override
            public void handle(long now) {
                framesReady = isReady() ? framesReady + 1 : 0;
                if (framesReady == 2) {
                    stop();
                    System.out.println("usable");
                    Platform.runLater(() -> Window.getWindows().getFirst().hide());
                }
            }
        }.start();
    }

    private static boolean isReady() {
        return Window.getWindows().stream()
                .anyMatch(window ->
                        window.isShowing()
                                && window.getScene().getFocusOwner() instanceof TextInputControl);
    }
}
