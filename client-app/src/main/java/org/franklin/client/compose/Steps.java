package org.franklin.client.compose;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// The four steps from the click to the page, and which of them is being taken.
final class Steps extends HBox {

    /// In the order in which they are taken.
    enum Step {
        RESERVING,
        SIGNING,
        PRINTING,
        DONE
    }

    private static final double DOT = 20;

    private final Texts texts;

    Steps(Texts texts) {
        this.texts = texts;
    }

    /// Marks the steps before this one as taken, and it as being taken; the last is both.
    void show(Step now) {
        getChildren().clear();
        for (Step step : Step.values()) {
            getChildren().add(step(step, now));
        }
        setAccessibleText(texts.say("step", now));
    }

    private VBox step(Step step, Step now) {
        boolean isDone = step.compareTo(now) < 0 || now == Step.DONE;
        var dot = new StackPane();
        dot.setMinSize(DOT, DOT);
        dot.setMaxSize(DOT, DOT);
        dot.getStyleClass().add("step");
        if (isDone) {
            dot.getStyleClass().add("done");
            dot.getChildren().add(Icons.tiny(Feather.CHECK, "on-accent"));
        } else if (step == now) {
            dot.getStyleClass().add("now");
        }
        var line = new Region();
        line.getStyleClass().addAll("bar", isDone ? "some" : "none");
        line.setMaxHeight(2);
        line.setMinHeight(2);
        line.setVisible(step != Step.DONE);
        HBox.setHgrow(line, Priority.ALWAYS);
        var track = new HBox(dot, line);
        track.setAlignment(Pos.CENTER_LEFT);
        var name = Labels.of(texts.say("step", step), "note");
        if (step == now) {
            name.getStyleClass().add("strong");
        } else if (!isDone) {
            name.getStyleClass().add("text-muted");
        }
        var box = new VBox(4, track, name);
        HBox.setHgrow(box, step == Step.DONE ? Priority.NEVER : Priority.ALWAYS);
        return box;
    }
}
