package org.franklin.client.signup;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// The steps with their state: done, now, still to come.
final class StepList extends VBox {

    private static final double CIRCLE = 24;
    private static final double ROW = 40;

    private final ObservableValue<Step> open;
    private final Texts texts;

    StepList(ObservableValue<Step> open, Texts texts) {
        super(24);
        this.open = open;
        this.texts = texts;
        setPadding(new Insets(16, 24, 0, 24));
        int number = 0;
        for (Step step : Step.values()) {
            number++;
            getChildren().add(row(step, Integer.toString(number)));
        }
    }

    private HBox row(Step step, String number) {
        var circle = new StackPane();
        circle.setMinSize(CIRCLE, CIRCLE);
        circle.setMaxSize(CIRCLE, CIRCLE);
        var title = Labels.of(texts.say("step", step));
        var words = new VBox(title, Labels.note(texts.say("step.note", step)));
        words.setPadding(new Insets(2, 0, 0, 0));
        var row = new HBox(12, circle, words);
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinHeight(ROW);
        open.subscribe(now -> {
            int order = step.compareTo(now);
            circle.getStyleClass()
                    .setAll("step", order < 0 ? "done" : order == 0 ? "now" : "to-come");
            title.getStyleClass()
                    .setAll("label", order == 0 ? "strong" : order < 0 ? "" : "text-muted");
            if (order < 0) {
                circle.getChildren().setAll(Icons.tiny(Feather.CHECK, "on-accent"));
            } else {
                var digit = Labels.of(number, "note", order == 0 ? "accent-text" : "text-muted");
                circle.getChildren().setAll(digit);
            }
        });
        return row;
    }
}
