package org.franklin.client.ui.control;

import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

import java.util.List;
import java.util.function.Function;

/// One of a few values, each with its words.
public final class Choice {

    private Choice() {}

    public static <T> ComboBox<T> of(List<T> values, Function<T, String> words) {
        var box = new ComboBox<T>();
        box.getItems().setAll(values);
        box.setCellFactory(_ -> new Cell<>(words));
        box.setButtonCell(new Cell<>(words));
        return box;
    }

    private static final class Cell<T> extends ListCell<T> {

        private final Function<T, String> words;

        Cell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? "" : words.apply(value));
        }
    }
}
