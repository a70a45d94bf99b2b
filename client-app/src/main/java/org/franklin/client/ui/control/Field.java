package org.franklin.client.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A control under its label, with an optional hint at the label's right.
public final class Field extends VBox {

    public Field(String name, Control control) {
        this(name, "", control);
    }

    public Field(String name, String hint, Control control) {
        super(4);
        var label = new Label(name);
        label.getStyleClass().addAll("note", "strong");
        label.setMnemonicParsing(true);
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name.replace("_", ""));
        var head = new HBox(label);
        if (!hint.isEmpty()) {
            var between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            head.getChildren().addAll(between, Labels.note(hint));
            control.setAccessibleHelp(hint);
        }
        getChildren().addAll(head, control);
    }
}
