package org.franklin.client.ui.frame;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// Franklin's mark, a feather, and the name beside it.
public final class Mark extends HBox {

    private static final double SIDE = 32;
    private static final double HEIGHT = 72;

    private final BooleanProperty folded = new SimpleBooleanProperty();

    public Mark(String name) {
        super(12);
        var tile = new StackPane(Icons.of(Feather.FEATHER, "on-accent"));
        tile.getStyleClass().add("feather");
        tile.setMinSize(SIDE, SIDE);
        tile.setMaxSize(SIDE, SIDE);
        var label = Labels.of(name, "title-4", "strong");
        label.visibleProperty().bind(folded.not());
        label.managedProperty().bind(folded.not());
        getChildren().addAll(tile, label);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(HEIGHT);
        paddingProperty().bind(folded.map(isFolded -> new Insets(0, 0, 0, isFolded ? 4 : 12)));
    }

    /// Whether only the feather shows.
    public BooleanProperty foldedProperty() {
        return folded;
    }
}
