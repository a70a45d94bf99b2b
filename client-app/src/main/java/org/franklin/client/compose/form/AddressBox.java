package org.franklin.client.compose.form;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.address.AddressParts;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.ReadOnly;

import java.util.List;
import java.util.function.Function;

/// An address under its label: one block, or fields.
public final class AddressBox extends VBox {

    private static final double LINE = 20;
    private static final double AROUND = 24;
    private static final double ROW = 36;

    private final TextArea block = new TextArea();
    private final AddressEntry entry;
    private final Texts texts;
    private final ObservableValue<Boolean> open;

    /// `name` is the key of its label; the block shows so many `lines`; nothing changes while
    /// `open` is false.
    public AddressBox(
            AddressEntry entry,
            String name,
            int lines,
            Texts texts,
            ObservableValue<Boolean> open) {
        super(4);
        this.entry = entry;
        this.texts = texts;
        this.open = open;
        String title = texts.say(name);
        block.setId(name);
        block.setPromptText(texts.say(name + ".prompt"));
        block.setAccessibleText(title.replace("_", ""));
        block.setWrapText(true);
        block.setMinHeight(lines * LINE + AROUND);
        block.setPrefHeight(lines * LINE + AROUND);
        block.textProperty().bindBidirectional(entry.textProperty());
        block.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveByTab);
        ReadOnly.unless(open, block);
        var label = new Label(title);
        label.getStyleClass().addAll("note", "strong");
        label.setMnemonicParsing(true);
        label.setLabelFor(block);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var head = new HBox(label, between, turn());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        entry.inFieldsProperty().subscribe(this::show);
    }

    /// Puts the caret into the address.
    public void focus() {
        applyCss();
        if (entry.inFieldsProperty().get()) {
            lookup(".text-field").requestFocus();
        } else {
            block.requestFocus();
        }
    }

    private Hyperlink turn() {
        var turn = new Hyperlink();
        turn.textProperty()
                .bind(entry.inFieldsProperty().map(is -> texts.say(is ? "block" : "fields")));
        turn.getStyleClass().add("note");
        turn.setFocusTraversable(false);
        turn.visibleProperty().bind(open);
        turn.setOnAction(_ -> {
            entry.turn();
            focus();
        });
        return turn;
    }

    private void show(boolean inFields) {
        if (getChildren().size() > 1) {
            getChildren().removeLast();
        }
        getChildren().add(inFields ? fields() : block);
    }

    private GridPane fields() {
        var grid = new GridPane(8, 4);
        var names = new ColumnConstraints(40);
        var growing = new ColumnConstraints();
        growing.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, growing);
        var name = field("name", AddressParts::name);
        var firm = field("firm", AddressParts::firm);
        var street = field("street", AddressParts::street);
        var unit = field("unit", AddressParts::unit);
        var city = field("city", AddressParts::city);
        var state = field("state", AddressParts::state);
        var zip = field("zip", AddressParts::zip);
        var all = List.of(name, firm, street, unit, city, state, zip);
        all.forEach(each ->
                each.textProperty()
                        .subscribe((_, _) ->
                                entry.write(
                                        new AddressParts(
                                                name.getText(),
                                                firm.getText(),
                                                street.getText(),
                                                unit.getText(),
                                                city.getText(),
                                                state.getText(),
                                                zip.getText()))));
        grid.addRow(0, named("name", name), name);
        grid.addRow(1, named("firm", firm), firm);
        grid.addRow(2, named("street", street), row(street, named("unit", unit), unit));
        grid.addRow(
                3,
                named("city", city),
                row(city, named("state", state), state, named("zip", zip), zip));
        unit.setPrefWidth(60);
        state.setPrefWidth(46);
        zip.setPrefWidth(102);
        return grid;
    }

    private TextField field(String name, Function<AddressParts, String> part) {
        var field = new TextField(part.apply(entry.parts()));
        field.setId(block.getId() + "-" + name);
        field.setPrefHeight(ROW);
        field.setMinWidth(46);
        field.setAccessibleText(texts.say(name));
        ReadOnly.unless(open, field);
        return field;
    }

    private Label named(String key, TextField field) {
        var label = Labels.of(texts.say(key), "note", "strong");
        label.setLabelFor(field);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox row(TextField growing, Node... others) {
        HBox.setHgrow(growing, Priority.ALWAYS);
        growing.setPrefWidth(60);
        var row = new HBox(6, growing);
        row.getChildren().addAll(others);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// In a form, Tab goes on to the next field; Ctrl Tab writes a tab.
    private void leaveByTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            block.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }
}
