package org.franklin.client.compose.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.franklin.client.Paid;
import org.franklin.client.compose.ComposeModel;
import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Theme;
import org.franklin.model.mail.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

class SenderBoxTest {

    private static final Address ALBANY = Paid.address("Albany Office", "Albany", "NY", "12207");
    private static final Address TROY = Paid.address("Troy Office", "Troy", "NY", "12180");

    private final FxRobot robot = new FxRobot();
    private final AddressEntry entry = new AddressEntry();
    private final ObjectProperty<Habits> habits = new SimpleObjectProperty<>(Habits.NONE);

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            var open = new SimpleObjectProperty<>(true);
            var box = new SenderBox(entry, habits, Texts.of(ComposeModel.class), open);
            stage.setScene(new Scene(new VBox(box), 352, 240));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void theFirstSenderIsWrittenAndTheNextOnesAreChosen() {
        assertTrue(robot.lookup("#from").tryQuery().isPresent());

        remember(ALBANY, TROY);
        assertEquals(Optional.of(ALBANY), entry.address());
        robot.interact(() -> senders().setValue(Optional.of(TROY)));
        assertEquals(Optional.of(TROY), entry.address());
    }

    @Test
    void sendersThatAreRememberedLateReplaceNothingThatIsWritten() {
        robot.clickOn("#from").write("Dana Whit");
        remember(ALBANY);
        robot.write("field");

        assertEquals("Dana Whitfield", entry.textProperty().get());
        assertTrue(robot.lookup("#from").queryAs(TextArea.class).isFocused());
    }

    @Test
    void anotherAddressIsWrittenAndIsOfferedOnceItWasUsed() {
        remember(ALBANY);
        robot.interact(() -> senders().setValue(Optional.empty()));
        assertEquals("", entry.textProperty().get());
        assertTrue(robot.lookup("#sender").query().isFocused());

        robot.interact(() -> entry.write(TROY));
        remember(TROY, ALBANY);
        assertEquals(Optional.of(TROY), entry.address());
        assertEquals(Optional.of(TROY), senders().getValue());
    }

    @Test
    void theRememberedSendersStayInReachWhileAnotherIsWritten() {
        remember(ALBANY, TROY);
        robot.interact(() -> senders().setValue(Optional.empty()));
        robot.interact(() -> senders().setValue(Optional.of(TROY)));

        assertEquals(Optional.of(TROY), entry.address());
        assertTrue(robot.lookup("#sender").queryAll().isEmpty());
    }

    @Test
    void whatIsChosenStaysWhenMoreIsRemembered() {
        remember(ALBANY, TROY);
        robot.interact(() -> senders().setValue(Optional.of(TROY)));
        remember(TROY, ALBANY);
        remember(ALBANY, TROY);

        assertEquals(Optional.of(TROY), entry.address());
        assertEquals(Optional.of(TROY), senders().getValue());
    }

    private void remember(Address... senders) {
        robot.interact(() -> habits.set(new Habits(List.of(senders), List.of(), "", "")));
    }

    // A lookup by id cannot know what the box holds.
    @SuppressWarnings("unchecked")
    private ComboBox<Optional<Address>> senders() {
        return robot.lookup("#senders").queryAs(ComboBox.class);
    }
}
