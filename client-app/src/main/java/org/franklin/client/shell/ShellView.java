package org.franklin.client.shell;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.frame.Focus;
import org.franklin.client.ui.frame.StatusBar;

import java.util.List;

/// Lays out the shell around the window of the open task.
public final class ShellView extends BorderPane {

    private static final double MARGIN = 24;
    private static final double FOLDING_WIDTH = 1100;
    private static final double FOLDING_SCALE = 1.5;

    private final StackPane content = new StackPane();
    private final TaskList tasks;
    private final StatusBar status;

    public ShellView(ShellModel model, Doors doors, Dates dates) {
        var texts = Texts.of(ShellView.class);
        tasks = new TaskList(model, doors, texts);
        status =
                new StatusBar(
                        model.connectionProperty().map(Line::tone),
                        model.connectionProperty().map(line -> texts.say("connection", line)),
                        model.meterProperty().map(meter -> texts.say("meter", meter)),
                        model.printerProperty());
        content.setPadding(new Insets(MARGIN));
        content.setMinSize(0, 0);
        setLeft(tasks);
        setCenter(
                new BorderPane(
                        content, new TopBar(model, doors, texts, dates), null, status, null));
        getStyleClass().add("bg-default");
    }

    /// Shows a window in the place for content.
    public void show(Node window) {
        content.getChildren().setAll(window);
    }

    /// Puts the focus into the window.
    public void begin() {
        Focus.enter(content);
    }

    /// Folds the task list where much is enlarged and little room is left.
    public void fold(double width, double scale) {
        tasks.foldedProperty().set(width < FOLDING_WIDTH && scale >= FOLDING_SCALE);
    }

    /// The parts between which F6 goes round.
    public List<Node> parts() {
        return List.of(tasks, content, status);
    }
}
