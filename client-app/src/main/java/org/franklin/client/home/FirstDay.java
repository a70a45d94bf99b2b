package org.franklin.client.home;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Stands in the place of the pieces while there are none.
final class FirstDay extends VBox {

    FirstDay(Errand.Runner errands, Texts texts) {
        super(8);
        boolean samples = errands.offers(Errand.PRINT_SAMPLE);
        var words =
                Labels.paragraph(texts.say(samples ? "none.sample" : "none.text"), "text-muted");
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(340);
        var buttons = new HBox(8);
        for (Errand errand : List.of(Errand.NEW_PIECE, Errand.PRINT_SAMPLE)) {
            if (errands.offers(errand)) {
                var button = new Button(texts.say("errand", errand));
                button.getStyleClass().add("large");
                button.setOnAction(_ -> errands.run().accept(errand));
                buttons.getChildren().add(button);
            }
        }
        if (!buttons.getChildren().isEmpty()
                && buttons.getChildren().getLast() instanceof Button main) {
            main.getStyleClass().add("accent");
            main.setGraphic(Icons.of(samples ? Feather.PRINTER : Feather.MAIL));
        }
        buttons.setAlignment(Pos.CENTER);
        VBox.setMargin(buttons, new Insets(16, 0, 0, 0));
        getChildren()
                .addAll(
                        Icons.of(Feather.MAIL, "large"),
                        Labels.of(texts.say("none"), "title-4", "strong"),
                        words,
                        buttons);
        setAlignment(Pos.CENTER);
        getStyleClass().add("panel");
    }
}
