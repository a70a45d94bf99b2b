package org.franklin.client.home;

import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.home.HomeModel.Newest;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;

import java.util.List;

/// The newest pieces, one line each.
final class NewestView extends VBox {

    private static final double HEAD = 32;
    private static final double ROW = 36;
    private static final double TIME = 120;
    private static final double WHAT = 140;
    private static final double PRICE = 76;
    private static final double STATE = 160;

    private final VBox lines = new VBox();
    private final Texts texts;
    private final Dates dates;

    NewestView(HomeModel model, Errand.Runner errands, Texts texts, Dates dates) {
        super(4);
        this.texts = texts;
        this.dates = dates;
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var title = new HBox(Labels.section(texts.say("recent")), between);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinHeight(28);
        if (errands.offers(Errand.ALL_PIECES)) {
            var all = new Hyperlink(texts.say("errand", Errand.ALL_PIECES));
            all.setOnAction(_ -> errands.run().accept(Errand.ALL_PIECES));
            title.getChildren().add(all);
        }
        lines.getStyleClass().add("panel");
        getChildren().addAll(title, lines);
        model.newestProperty()
                .subscribe(newest -> {
                    if (newest instanceof Newest.Pieces(var rows)) {
                        show(rows);
                    }
                });
    }

    private void show(List<PieceRow> rows) {
        var head =
                line(
                        HEAD,
                        name("column.date"),
                        name("column.to"),
                        name("column.class"),
                        name("column.price"),
                        name("column.state"));
        head.getStyleClass().addAll("head", "line-below");
        lines.getChildren().setAll(head);
        for (PieceRow row : rows) {
            var line =
                    line(
                            ROW,
                            Labels.of(dates.moment(row.time()), "text-muted"),
                            Labels.cell(row.to().isEmpty() ? texts.say("nobody") : row.to()),
                            Labels.cell(row.what(), "text-muted"),
                            Labels.of(row.price().toString()),
                            row.state().chip());
            if (lines.getChildren().size() < rows.size()) {
                line.getStyleClass().add("line-below");
            }
            lines.getChildren().add(line);
        }
    }

    private Node name(String key) {
        return Labels.of(texts.say(key), "note", "strong");
    }

    private static GridPane line(double height, Node... cells) {
        var line = new GridPane();
        line.getColumnConstraints()
                .addAll(column(TIME), growing(), column(WHAT), column(PRICE), column(STATE));
        line.getColumnConstraints().get(3).setHalignment(HPos.RIGHT);
        line.addRow(0, cells);
        GridPane.setMargin(cells[4], new Insets(0, 0, 0, 24));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(height);
        line.setMaxHeight(height);
        line.setPadding(new Insets(0, 0, 0, 16));
        return line;
    }

    private static ColumnConstraints column(double width) {
        return new ColumnConstraints(width, width, width);
    }

    private static ColumnConstraints growing() {
        var column = new ColumnConstraints(100, 246, Double.MAX_VALUE);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
