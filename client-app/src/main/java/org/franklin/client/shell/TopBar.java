package org.franklin.client.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Chip;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;

/// Title at the left; at the right the one place of the balance.
final class TopBar extends HBox {

    private static final double HEIGHT = 72;

    private final Texts texts;
    private final Dates dates;
    private final Label amount = Labels.of("", "title-4", "strong");
    private final Label note = Labels.of("", "note");

    TopBar(ShellModel model, Doors doors, Texts texts, Dates dates) {
        super(16);
        this.texts = texts;
        this.dates = dates;
        var title =
                new VBox(
                        Labels.of(
                                model.taskProperty().map(task -> texts.say("task", task)),
                                "title-3"),
                        Labels.note(model.lineProperty()));
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var specimen = Chip.specimen(texts.say("specimen"), texts.say("specimen.spoken"));
        var balance = new VBox(Labels.note(texts.say("balance")), amount, note);
        balance.setAlignment(Pos.CENTER_RIGHT);
        balance.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(balance, new Insets(0, 0, 0, 8));
        getChildren().addAll(title, between, specimen, balance, addFunds(doors, texts));
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 24, 0, 24));
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("line-below");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        model.balanceProperty().subscribe(this::show);
    }

    private static Button addFunds(Doors doors, Texts texts) {
        var button = new Button(texts.say("add.funds"), Icons.of(Feather.PLUS));
        button.setMnemonicParsing(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setGraphicTextGap(10);
        button.setOnAction(_ -> doors.addFunds());
        return button;
    }

    private void show(BalanceLine balance) {
        switch (balance) {
            case BalanceLine.Unknown _ -> say(texts.say("balance.unknown"), "", "text-muted");
            case BalanceLine.Current(var held) -> say(held.toString(), "", "text-muted");
            case BalanceLine.PartlyChecking(var held, var setAside) ->
                    say(held.toString(), texts.say("balance.checking", setAside), "warning-text");
            case BalanceLine.AsOf(var held, var time) ->
                    say(
                            held.toString(),
                            texts.say("balance.as.of", dates.time(time)),
                            "text-muted");
        }
    }

    private void say(String figure, String words, String styleClass) {
        amount.setText(figure);
        note.setText(words);
        note.getStyleClass().removeAll("text-muted", "warning-text");
        note.getStyleClass().add(styleClass);
    }
}
