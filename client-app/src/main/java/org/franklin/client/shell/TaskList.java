package org.franklin.client.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.frame.Mark;
import org.kordamp.ikonli.feather.Feather;

/// The left edge: the mark, the tasks, the person. Folded, it shows icons with tooltips.
final class TaskList extends VBox {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double WIDE = 192;
    private static final double NARROW = 56;

    private final BooleanProperty folded = new SimpleBooleanProperty();

    TaskList(ShellModel model, Doors doors, Texts texts) {
        getStyleClass().addAll("bg-subtle", "line-right");
        setPadding(new Insets(0, 8, 8, 8));
        var mark = new Mark(texts.say("franklin"));
        mark.foldedProperty().bind(folded);
        getChildren().add(mark);
        model.tasks().stream()
                .filter(task -> !task.isApart())
                .forEach(task -> getChildren().add(row(task, model, texts)));
        var between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        getChildren().add(between);
        model.tasks().stream()
                .filter(Task::isApart)
                .forEach(task -> getChildren().add(row(task, model, texts)));
        getChildren().add(person(model, doors, texts));
        folded.subscribe(isFolded -> {
            double width = isFolded ? NARROW : WIDE;
            setMinWidth(width);
            setMaxWidth(width);
        });
    }

    BooleanProperty foldedProperty() {
        return folded;
    }

    private Button row(Task task, ShellModel model, Texts texts) {
        var row = entry(texts.say("task", task), task.icon());
        row.setOnAction(_ -> model.taskProperty().set(task));
        model.taskProperty().subscribe(open -> row.pseudoClassStateChanged(SELECTED, open == task));
        return row;
    }

    private Button person(ShellModel model, Doors doors, Texts texts) {
        var row = entry("", Feather.USER);
        row.textProperty().bind(model.personProperty());
        row.setMnemonicParsing(false);
        var signOut = new MenuItem(texts.say("sign.out"), Icons.of(Feather.LOG_OUT));
        signOut.setOnAction(_ -> doors.signOut());
        var menu = new ContextMenu(signOut);
        row.setContextMenu(menu);
        row.setOnAction(_ -> menu.show(row, javafx.geometry.Side.TOP, 0, 0));
        row.accessibleTextProperty()
                .bind(model.personProperty().map(name -> texts.say("person", name)));
        return row;
    }

    private Button entry(String text, Feather icon) {
        var row = new Button(text, Icons.of(icon));
        row.getStyleClass().add("task");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip());
        row.getTooltip().textProperty().bind(row.textProperty());
        row.contentDisplayProperty()
                .bind(
                        folded.map(isFolded ->
                                isFolded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        return row;
    }
}
