package org.franklin.client.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.franklin.client.ui.Icons;
import org.franklin.client.ui.Labels;
import org.franklin.client.ui.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The connection in words with a dot; the meter; the printer and its state.
public final class StatusBar extends HBox {

    private static final double HEIGHT = 32;

    public StatusBar(
            ObservableValue<Line> connection,
            ObservableValue<String> meter,
            ObservableValue<String> printer,
            Texts texts) {
        super(8);
        var dot = new Region();
        connection.subscribe(line -> dot.getStyleClass().setAll("dot", line.tone()));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var separator = new Separator(Orientation.VERTICAL);
        separator.setPadding(new Insets(6, 8, 6, 8));
        var meterLabel = Labels.note(meter);
        var printerLabel = Labels.note(printer);
        printerLabel.setGraphic(Icons.tiny(Feather.PRINTER, "quiet"));
        printerLabel.setGraphicTextGap(8);
        printerLabel.visibleProperty().bind(printer.map(words -> !words.isEmpty()));
        printerLabel.managedProperty().bind(printerLabel.visibleProperty());
        separator
                .visibleProperty()
                .bind(printer.map(words -> !words.isEmpty() && !meterLabel.getText().isEmpty()));
        separator.managedProperty().bind(separator.visibleProperty());
        getChildren()
                .addAll(
                        dot,
                        Labels.note(connection.map(line -> texts.say("connection", line))),
                        between,
                        meterLabel,
                        separator,
                        printerLabel);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 24, 0, 24));
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().addAll("bg-subtle", "line-above");
    }
}
