package org.franklin.client.signon;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;

/// The dialogue that warns before the session ends.
public final class IdleView extends VBox {

    private static final double WIDTH = 480;

    private final Button stay;

    public IdleView(IdleModel model, Runnable signOut) {
        super(8);
        var texts = Texts.of(IdleView.class);
        var left =
                model.presenceProperty()
                        .map(presence ->
                                presence instanceof Presence.Leaving(var seconds)
                                        ? texts.say("leaving.text", Integer.toString(seconds))
                                        : "");
        var words = Labels.paragraph("");
        words.textProperty().bind(left);
        stay = new Button(texts.say("stay"));
        stay.setId("stay");
        stay.getStyleClass().addAll("accent", "large");
        stay.setOnAction(_ -> model.touch());
        var leave = new Button(texts.say("leave"));
        leave.getStyleClass().add("large");
        leave.setOnAction(_ -> signOut.run());
        var buttons = new HBox(8, leave, stay);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(buttons, new javafx.geometry.Insets(16, 0, 0, 0));
        getChildren().addAll(Labels.of(texts.say("leaving"), "title-3"), words, buttons);
        getStyleClass().add("dialogue");
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    public void begin() {
        stay.requestFocus();
    }
}
