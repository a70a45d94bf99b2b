package org.franklin.client.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Labels in the type roles of the house.
public final class Labels {

    private Labels() {}

    public static Label of(String text, String... styleClasses) {
        var label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    public static Label of(ObservableValue<String> text, String... styleClasses) {
        var label = of("", styleClasses);
        label.textProperty().bind(text);
        return label;
    }

    /// 12 px and quiet: labels of figures, hints, status.
    public static Label note(String text) {
        return of(text, "note", "text-muted");
    }

    public static Label note(ObservableValue<String> text) {
        return of(text, "note", "text-muted");
    }

    /// In a table: where it does not fit, it ends in … and the whole is in its tooltip.
    public static Label cell(String text, String... styleClasses) {
        var label = of(text, styleClasses);
        if (!text.isEmpty()) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }

    /// The name of a part of a window.
    public static Label section(String text) {
        return of(text, "text-caption");
    }

    /// Text that may take more than one line.
    public static Label paragraph(String text, String... styleClasses) {
        var label = of(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
