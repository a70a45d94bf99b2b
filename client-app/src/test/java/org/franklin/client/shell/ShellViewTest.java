package org.franklin.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.franklin.client.App;
import org.franklin.client.Camera;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// The shell as it is once the program has a window for every task.
class ShellViewTest {

    private final FxRobot robot = new FxRobot();
    private final Immediate time = new Immediate(App.NOW);
    private final List<String> opened = new ArrayList<>();
    private final ShellModel model =
            new ShellModel(
                    List.of(Task.values()),
                    () -> new Asked.Given<>(Paid.balance("10000.00", "16777.215")),
                    time,
                    time);

    @BeforeEach
    void show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        var doors =
                new Doors() {
                    @Override
                    public void addFunds() {
                        opened.add("funds");
                    }

                    @Override
                    public void signOut() {
                        opened.add("out");
                    }
                };
        robot.interact(() -> {
            var view = new ShellView(model, doors, new Dates(App.CLOCK.getZone()));
            view.setId("shell");
            model.personProperty().set("a.name_with.forty.characters.at.the.most");
            model.meterProperty().set(Paid.METER.toString());
            model.printerProperty().set("Office laser, tray 2: ready");
            model.lineProperty().set("One envelope or label");
            model.taskProperty().set(Task.NEW_PIECE);
            stage.setScene(new Scene(view, 960, 680));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            model.refresh();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void clipsNothingInTheSmallestWindow() {
        robot.interact(() -> Camera.take(view().getScene(), "shell-smallest-light"));

        for (Label label : robot.lookup(".label").queryAllAs(Label.class)) {
            assertTrue(label.getWidth() >= label.prefWidth(-1), label.getText() + " is clipped");
        }
        assertTrue(texts().contains("checking $16777.215"));
    }

    @Test
    void foldsTheTasksToIconsWhereMuchIsEnlarged() {
        robot.interact(() -> {
            view().fold(1000, 1.5);
            view().layout();
        });
        robot.interact(() -> Camera.take(view().getScene(), "shell-folded-light-150", 1.5));

        var row = robot.lookup(".task").<Button>query();
        assertTrue(row.getWidth() <= 44, "only the icon is left");
        assertEquals("Home", row.getTooltip().getText());
        robot.interact(() -> view().fold(1100, 1.5));
        assertTrue(row.getWidth() > 100);
    }

    @Test
    void leadsToTasksAndFunds() {
        robot.interact(() -> {
            var tasks = robot.lookup(".task").queryAllAs(Button.class);
            tasks.stream().filter(row -> row.getText().equals("Verify")).forEach(Button::fire);
            robot.lookup(node ->
                            node instanceof Button button && button.getText().equals("_Add funds"))
                    .queryAs(Button.class)
                    .fire();
        });

        assertEquals(Task.VERIFY, model.taskProperty().get());
        assertEquals(List.of("funds"), opened);
    }

    private ShellView view() {
        return robot.lookup("#shell").query();
    }

    private List<String> texts() {
        return robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
