package org.franklin.client.recovery;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.recovery.RecoveryModel.Choice;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;

import java.util.List;

/// Several pieces, each with a tick.
final class ManyPieces extends ScrollPane {

    private static final double HIGHEST = 224;
    private static final double ROW = 36;

    ManyPieces(List<Choice> choices, Texts texts, Dates dates) {
        var rows = new VBox();
        for (Choice choice : choices) {
            rows.getChildren().add(row(choice, texts, dates));
        }
        rows.getChildren().getLast().getStyleClass().remove("line-below");
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(Math.min(HIGHEST, choices.size() * ROW + 2));
        setMaxHeight(getMinHeight());
        getStyleClass().addAll("panel", "edge-to-edge");
    }

    private static HBox row(Choice choice, Texts texts, Dates dates) {
        var indicium = choice.piece().indicium().indicium();
        var tick = new CheckBox(OnePiece.to(choice.piece(), texts).replace("\n", ", "));
        tick.setMnemonicParsing(false);
        tick.selectedProperty().bindBidirectional(choice.chosen());
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row =
                new HBox(
                        16,
                        tick,
                        between,
                        Labels.of(dates.shortDay(indicium.mailingDate()), "text-muted"),
                        Labels.of(indicium.postage().toString()));
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        row.setPadding(new javafx.geometry.Insets(0, 16, 0, 16));
        row.getStyleClass().add("line-below");
        return row;
    }
}
