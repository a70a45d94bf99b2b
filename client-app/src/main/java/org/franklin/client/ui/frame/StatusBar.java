package org.franklin.client.ui.frame;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Tone;
import org.kordamp.ikonli.feather.Feather;

/// The lower edge: the connection in words with a dot; the meter; the printer and its state.
public final class StatusBar extends HBox {

    private static final double HEIGHT = 32;

    public StatusBar(
            ObservableValue<Tone> tone,
            ObservableValue<String> connection,
            ObservableValue<String> meter,
            ObservableValue<String> printer) {
        super(8);
        var dot = new Region();
        tone.subscribe(now -> dot.getStyleClass().setAll("dot", now.styleClass()));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var separator = new Separator(Orientation.VERTICAL);
        separator.setPadding(new Insets(6, 8, 6, 8));
        var machine = Labels.note(printer);
        machine.setGraphic(Icons.tiny(Feather.PRINTER, "quiet"));
        machine.setGraphicTextGap(8);
        showIf(printer.map(words -> !words.isEmpty()), machine);
        showIf(printer.map(words -> !words.isEmpty() && !meter.getValue().isEmpty()), separator);
        getChildren()
                .addAll(
                        dot,
                        Labels.note(connection),
                        between,
                        Labels.note(meter),
                        separator,
                        machine);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 24, 0, 24));
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().addAll("bg-subtle", "line-above");
    }

    private static void showIf(ObservableValue<Boolean> shown, javafx.scene.Node node) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
