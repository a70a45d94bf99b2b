package org.franklin.client.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.franklin.client.Camera;
import org.franklin.client.ui.Theme;
import org.franklin.client.ui.control.BusyButton.Face;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class BusyButtonTest {

    private static final List<Face> FACES =
            List.of(
                    new Face.Ready("_Print postage – $0.74"),
                    new Face.Disabled("Print postage"),
                    new Face.Busy("Signing…"),
                    new Face.Done("Printed"),
                    new Face.Onward("New piece"));

    private final FxRobot robot = new FxRobot();
    private final AtomicInteger presses = new AtomicInteger();
    private final ObjectProperty<Face> face = new SimpleObjectProperty<>(FACES.getFirst());

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void takesPressesOnlyWhenOneWouldDoSomething() throws TimeoutException {
        var button = show();
        robot.interact(() -> {
            for (Face each : FACES) {
                face.set(each);
                button.fire();
            }
        });

        assertEquals(2, presses.get(), "ready, and onward");
    }

    @Test
    void keepsItsFocusAndItsContrastWhileItWorks() throws TimeoutException {
        var button = show();
        robot.interact(() -> {
            button.requestFocus();
            face.set(new Face.Busy("Signing…"));
        });

        assertTrue(button.isFocused());
        assertFalse(button.isDisabled());
        assertEquals(1, button.getOpacity());
    }

    @Test
    void isReadAloudWithItsPrice() throws TimeoutException {
        assertEquals("Print postage – $0.74", show().getAccessibleText());
    }

    private BusyButton show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        var made = new SimpleObjectProperty<BusyButton>();
        robot.interact(() -> {
            var button = new BusyButton(Feather.PRINTER, face);
            button.setOnAction(_ -> presses.incrementAndGet());
            var row = new VBox(16, button);
            FACES.stream()
                    .map(each -> new BusyButton(Feather.PRINTER, new SimpleObjectProperty<>(each)))
                    .forEach(row.getChildren()::add);
            stage.setScene(new Scene(row, 240, 340));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            made.set(button);
        });
        robot.interact(() -> Camera.take(stage.getScene(), "button-states-light"));
        return made.get();
    }
}
