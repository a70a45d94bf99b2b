package org.franklin.client.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;

/// Help for the window that is open: what it is for, and the keys.
public final class HelpView extends VBox {

    private static final double WIDTH = 480;
    private static final double KEYS = 136;

    private final Button close = new Button();

    /// `close` puts the dialogue away.
    public HelpView(Task task, Runnable whenClosed) {
        super(16);
        var texts = Texts.of(HelpView.class);
        var keys = new GridPane(16, 8);
        for (String line : texts.say("help.keys").lines().toList()) {
            int between = line.indexOf(':');
            var key = Labels.of(line.substring(0, between), "strong");
            key.setMinWidth(KEYS);
            keys.addRow(
                    keys.getRowCount(), key, Labels.paragraph(line.substring(between + 1).strip()));
        }
        close.setText(texts.say("help.close"));
        close.getStyleClass().add("large");
        close.setOnAction(_ -> whenClosed.run());
        var row = new HBox(close);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(row, new Insets(8, 0, 0, 0));
        getChildren()
                .addAll(
                        Labels.of(texts.say("task", task), "title-3"),
                        Labels.paragraph(texts.say("help", task), "text-muted"),
                        keys,
                        row);
        getStyleClass().add("dialogue");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    public void begin() {
        close.requestFocus();
    }
}
