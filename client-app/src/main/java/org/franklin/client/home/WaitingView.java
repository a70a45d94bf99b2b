package org.franklin.client.home;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// What waits for the mailer, each with the button that settles it.
final class WaitingView extends VBox {

    private static final double ROW = 56;

    private final HomeModel model;
    private final Errand.Runner errands;
    private final Texts texts;
    private final Dates dates;
    private final Wording wording = new Wording();

    WaitingView(HomeModel model, Errand.Runner errands, Texts texts, Dates dates) {
        super(8);
        this.model = model;
        this.errands = errands;
        this.texts = texts;
        this.dates = dates;
        var count =
                Labels.note(
                        model.waitingProperty()
                                .map(all ->
                                        all.size() > model.firstWaiting().size()
                                                ? texts.say(
                                                        "waiting.all", Integer.toString(all.size()))
                                                : ""));
        var head = new HBox(8, Labels.section(texts.say("waiting")), count);
        head.setAlignment(Pos.BASELINE_LEFT);
        var rows = new VBox();
        rows.getStyleClass().add("panel");
        getChildren().addAll(head, rows);
        visibleProperty().bind(model.waitingProperty().map(all -> !all.isEmpty()));
        managedProperty().bind(visibleProperty());
        model.waitingProperty().subscribe(_ -> show(rows, model.firstWaiting()));
    }

    private void show(VBox rows, List<Waiting> waiting) {
        rows.getChildren().clear();
        for (Waiting each : waiting) {
            var row = row(each);
            if (rows.getChildren().size() + 1 < waiting.size()) {
                row.getStyleClass().add("line-below");
            }
            rows.getChildren().add(row);
        }
    }

    private HBox row(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Unprinted(var piece, var charged) -> {
                var print = button("print.now");
                print.getStyleClass().add("accent");
                print.setOnAction(_ -> errands.print().accept(piece));
                var later = button("later");
                later.getStyleClass().add("flat");
                later.setOnAction(_ -> model.postpone(piece.id()));
                String to = Digest.to(piece);
                String price = piece.indicium().indicium().postage().toString();
                yield row(
                        Icons.of(Feather.PRINTER, "warning-text"),
                        to.isEmpty() ? texts.say("unprinted.unknown") : texts.say("unprinted", to),
                        texts.say("unprinted.text", price, dates.shortDay(dates.dayOf(charged))),
                        print,
                        later);
            }
            case Waiting.InDoubt(var draft, var amount, var since, var doubt) -> {
                var check = button("check");
                check.setOnAction(_ -> model.check(draft));
                yield row(
                        Icons.of(Feather.HELP_CIRCLE, "warning-text"),
                        texts.say("in.doubt", amount, dates.moment(since)),
                        wording.of(doubt),
                        check);
            }
            case Waiting.LowBalance(var letters) -> {
                var add = button("add.funds");
                add.setOnAction(_ -> errands.run().accept(Errand.ADD_FUNDS));
                yield row(
                        Icons.of(Feather.CREDIT_CARD, "accent-text"),
                        letters == 0
                                ? texts.say("low.none")
                                : texts.say("low", Long.toString(letters)),
                        texts.say("low.text"),
                        add);
            }
        };
    }

    private Button button(String key) {
        var button = new Button(texts.say(key));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static HBox row(FontIcon icon, String title, String text, Button... buttons) {
        var words = new VBox(Labels.of(title), Labels.note(text));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var actions = new HBox(12, buttons);
        actions.setAlignment(Pos.CENTER);
        var row = new HBox(16, icon, words, actions);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        row.setPadding(new Insets(0, 16, 0, 16));
        return row;
    }
}
