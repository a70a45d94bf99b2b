package org.franklin.client.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.franklin.client.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

class ReadOnlyTest {

    private final FxRobot robot = new FxRobot();
    private final ObjectProperty<Boolean> open = new SimpleObjectProperty<>(true);
    private final TextField text = new TextField("1 oz");
    private final CheckBox tick = new CheckBox("Certified Mail");
    private final ComboBox<DayOfWeek> choice =
            Choice.of(List.of(DayOfWeek.values()), day -> day.name().toLowerCase(Locale.ROOT));

    @BeforeAll
    static void startTheToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void closedNothingChangesWhateverIsPressed() throws TimeoutException {
        show();
        robot.interact(() -> open.set(false));
        robot.clickOn(tick).clickOn(choice).push(KeyCode.DOWN);
        robot.clickOn(text).write("2");
        for (Control each : List.of(tick, choice)) {
            robot.interact(each::requestFocus);
            robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.ENTER).push(KeyCode.F4);
            robot.push(KeyCode.UP);
        }

        assertFalse(tick.isSelected());
        assertEquals(DayOfWeek.WEDNESDAY, choice.getValue());
        assertFalse(choice.isShowing());
        assertEquals("1 oz", text.getText());
    }

    @Test
    void closedEverythingCanStillBeReadAndCopied() throws TimeoutException {
        show();
        robot.interact(() -> open.set(false));

        for (Control each : List.of(text, tick, choice)) {
            assertFalse(each.isDisabled());
            assertEquals(1, each.getOpacity());
        }
        robot.interact(() -> text.selectAll());
        assertEquals("1 oz", text.getSelectedText());
    }

    @Test
    void openedAgainEverythingIsAsBefore() throws TimeoutException {
        show();
        robot.interact(() -> {
            open.set(false);
            open.set(false);
            open.set(true);
        });
        robot.clickOn(tick);

        assertTrue(tick.isSelected());
        assertTrue(text.isEditable());
        assertFalse(choice.getStyleClass().contains("readonly"));
        assertTrue(choice.isFocusTraversable());
    }

    @Test
    void aChoiceIsReadInItsWords() throws TimeoutException {
        show();

        assertEquals("wednesday", choice.getButtonCell().getText());
        robot.interact(() -> choice.setValue(DayOfWeek.FRIDAY));
        assertEquals("friday", choice.getButtonCell().getText());
    }

    private void show() throws TimeoutException {
        var stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            choice.setValue(DayOfWeek.WEDNESDAY);
            ReadOnly.unless(open, text, tick, choice);
            stage.setScene(new Scene(new VBox(16, text, tick, choice), 240, 160));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }
}
