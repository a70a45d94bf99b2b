package org.franklin.client.history.proof;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The frame of a dialogue that shows proofs: its text can be copied, and it is closed.
final class ProofDialogue {

    private ProofDialogue() {}

    /// The button that closes.
    static Button closing(Texts texts, Runnable close) {
        var button = new Button(texts.say("close"));
        button.setId("close");
        button.getStyleClass().add("large");
        button.setOnAction(_ -> close.run());
        return button;
    }

    static HBox buttons(Texts texts, String text, Button closing) {
        var copy = new Button(texts.say("copy"), Icons.of(Feather.COPY));
        copy.setId("copy");
        copy.getStyleClass().add("large");
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(texts.say("copied"));
            copy.setGraphic(Icons.of(Feather.CHECK));
        });
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row = new HBox(8, copy, between, closing);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    static void frame(VBox dialogue, double width) {
        dialogue.getStyleClass().add("dialogue");
        dialogue.setMinWidth(width);
        dialogue.setMaxSize(width, Region.USE_PREF_SIZE);
    }
}
