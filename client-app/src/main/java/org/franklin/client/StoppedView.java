package org.franklin.client;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.franklin.client.datacenter.outbox.Outbox;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// Stands in place of every window when Franklin cannot go on.
final class StoppedView extends VBox {

    private static final double WIDTH = 480;

    StoppedView(String whatToDo, Runnable close) {
        super(16);
        var texts = Texts.of(StoppedView.class);
        var button = new Button(texts.say("close"));
        button.getStyleClass().addAll("accent", "large");
        button.setOnAction(_ -> close.run());
        var words = Labels.paragraph(whatToDo, "text-muted");
        words.setMaxWidth(WIDTH);
        words.setTextAlignment(TextAlignment.CENTER);
        words.setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        Icons.of(Feather.ALERT_TRIANGLE, "large"),
                        Labels.of(texts.say("stopped"), "title-3"),
                        words,
                        button);
        setAlignment(Pos.CENTER);
        getStyleClass().add("bg-default");
    }

    /// What to do about a fault; the log has the rest.
    static String reason(Throwable fault) {
        var texts = Texts.of(StoppedView.class);
        return texts.say(fault instanceof Outbox.Failure ? "disk" : "fault");
    }
}
