package org.franklin.client.compose;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.address.AddressText;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;

import java.util.Optional;

/// Says what became of a piece that was left for another one and was not charged after all. What
/// was written is kept.
public final class LeftView extends VBox {

    private static final double WIDTH = 480;

    private final Button show = new Button();

    /// `whenShown` turns back to the piece, `later` keeps it until New piece is pressed again.
    public LeftView(ComposeModel left, Runnable whenShown, Runnable later) {
        super(16);
        var texts = Texts.of(LeftView.class);
        var lines = AddressText.lines(left.form().to().textProperty().get());
        getChildren()
                .add(
                        Labels.of(
                                texts.say("left", lines.isEmpty() ? "" : lines.getFirst()),
                                "title-3"));
        new Sentences()
                .notice(left.situationBinding().getValue(), Optional.empty())
                .ifPresent(said ->
                        getChildren().add(new Notice(said.tone(), said.title(), said.text())));
        var keep = new Button(texts.say("left.later"));
        keep.getStyleClass().add("large");
        keep.setOnAction(_ -> later.run());
        show.setText(texts.say("left.show"));
        show.setId("show-left");
        show.getStyleClass().addAll("large", "accent");
        show.setOnAction(_ -> whenShown.run());
        var row = new HBox(8, keep, show);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(row, new Insets(8, 0, 0, 0));
        getChildren().add(row);
        getStyleClass().add("dialogue");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
    }

    public void begin() {
        show.requestFocus();
    }
}
