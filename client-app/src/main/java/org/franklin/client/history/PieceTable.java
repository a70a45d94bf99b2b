package org.franklin.client.history;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Listing;
import org.franklin.client.history.piece.Row;
import org.franklin.client.ui.Texts;

import java.util.List;
import java.util.function.BiConsumer;

/// The pieces, one line each; thousands of them cost no more than those that are seen.
final class PieceTable extends TableView<Row> {

    private static final double ROW = 36;
    private static final double DATE = 117;
    private static final double PRICE = 58;
    private static final double STATE = 124;
    private static final double LEAST_TO = 96;

    private final HistoryModel model;
    private boolean isFilling;

    PieceTable(HistoryModel model, Texts texts, PieceWords words) {
        this.model = model;
        setAccessibleText(texts.say("table"));
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var date = column(texts.say("column.date"), (cell, row) -> cell.setText(words.date(row)));
        var to = column(texts.say("column.to"), (cell, row) -> name(cell, words.to(row)));
        var price =
                column(
                        texts.say("column.price"),
                        (cell, row) -> cell.setText(row.price().toString()));
        var state = column(texts.say("column.state"), PieceTable::state);
        fix(date, DATE);
        fix(price, PRICE);
        fix(state, STATE);
        to.setMinWidth(LEAST_TO);
        date.getStyleClass().add("first");
        price.getStyleClass().add("align-right");
        state.getStyleClass().add("last");
        getColumns().setAll(List.of(date, to, price, state));
        model.listingProperty().subscribe(this::fill);
        getSelectionModel().selectedItemProperty().subscribe(this::choose);
    }

    private void choose(Row row) {
        if (row != null && !isFilling) {
            model.choose(row);
        }
    }

    /// Keeps the chosen piece chosen, and in sight.
    private void fill(Listing listing) {
        isFilling = true;
        if (listing instanceof Listing.Found(var rows, _, _)) {
            int before = getItems().size();
            int place = getSelectionModel().getSelectedIndex();
            setItems(FXCollections.observableList(rows));
            int chosen = model.chosenAmong(rows);
            if (chosen != place || rows.size() != before) {
                scrollTo(Math.max(0, chosen - 2));
            }
            getSelectionModel().clearAndSelect(chosen);
            getFocusModel().focus(chosen);
        } else {
            setItems(FXCollections.observableArrayList());
        }
        isFilling = false;
    }

    private static void fix(TableColumn<Row, Row> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private static TableColumn<Row, Row> column(
            String name, BiConsumer<TableCell<Row, Row>, Entry> show) {
        var column = new TableColumn<Row, Row>(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new Cell(show));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(true);
        return column;
    }

    private static void name(TableCell<Row, Row> cell, String name) {
        cell.setText(name);
        cell.setTooltip(new Tooltip(name));
    }

    private static void state(TableCell<Row, Row> cell, Entry entry) {
        var chip = entry.state().chip();
        cell.setGraphic(chip);
        cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        cell.setText(chip.getAccessibleText());
    }

    private static final class Cell extends TableCell<Row, Row> {

        private final BiConsumer<TableCell<Row, Row>, Entry> show;

        Cell(BiConsumer<TableCell<Row, Row>, Entry> show) {
            this.show = show;
        }

        @Override
        protected void updateItem(Row row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            setText("");
            setGraphic(null);
            setTooltip(null);
            if (!isEmpty && row != null) {
                show.accept(this, row.entry());
            }
        }
    }
}
