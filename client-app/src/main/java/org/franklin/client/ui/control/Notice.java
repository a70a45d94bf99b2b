package org.franklin.client.ui.control;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What happened, money first: a title, one or two sentences, and the buttons that help.
///
/// It is announced to a screen reader when it comes into a window.
public final class Notice extends HBox {

    public Notice(Tone tone, String title, String text, Node... help) {
        super(12);
        getStyleClass().addAll("notice", tone.styleClass());
        var words = new VBox(Labels.paragraph(title, "title"));
        if (!text.isEmpty()) {
            words.getChildren().add(Labels.paragraph(text));
        }
        if (help.length > 0) {
            var row = new HBox(8, help);
            row.setAlignment(Pos.CENTER_LEFT);
            VBox.setMargin(row, new javafx.geometry.Insets(8, 0, 4, 0));
            words.getChildren().add(row);
        }
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        words.setMinWidth(0);
        var icon = new Label("", Icons.of(tone.icon(), tone.styleClass() + "-text"));
        icon.setMinSize(18, 20);
        getChildren().addAll(icon, words);

        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text.isEmpty() ? title : title + " " + text);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene != null) {
                        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
                    }
                });
    }
}
