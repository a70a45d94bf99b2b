package org.franklin.client.ui.frame;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

import java.util.Locale;
import java.util.stream.Stream;

/// The left edge before anybody is signed on: the mark, where one stands, and below the data
/// center's key once it is kept.
public final class SidePane extends VBox {

    private static final double WIDTH = 272;

    private final VBox below = new VBox();

    public SidePane(Node where) {
        var mark = new Mark(Texts.of(Texts.class).say("franklin"));
        VBox.setMargin(mark, new Insets(0, 0, 0, 8));
        var between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        getChildren().addAll(mark, where, between, below);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getStyleClass().addAll("bg-subtle", "line-right");
    }

    /// Shows the key by which the data center is known from now on.
    public void keep(Fingerprint fingerprint) {
        var title = Labels.of(Texts.of(Texts.class).say("key.kept"), "note");
        var lines = new VBox(title);
        lines(fingerprint).forEach(line -> lines.getChildren().add(Labels.of(line, "fingerprint")));
        lines.setAccessibleText(title.getText() + " " + fingerprint);
        var row = new HBox(12, Icons.of(Feather.LOCK, "success-text"), lines);
        row.setPadding(new Insets(16, 24, 16, 24));
        row.getStyleClass().add("line-above");
        below.getChildren().setAll(row);
    }

    /// Four groups a line.
    private static Stream<String> lines(Fingerprint fingerprint) {
        return Stream.of(fingerprint.toString().split("(?<=\\G.{20})", -1))
                .map(line -> line.strip().toUpperCase(Locale.ROOT));
    }
}
