package org.franklin.client.history.printing;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.history.printing.ReprintModel.Reason;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Locale;

/// The question before a piece is printed again, and what came of it.
public final class ReprintView extends VBox {

    private static final double WIDTH = 480;
    private static final double INDENT = 40;

    private final Texts texts = Texts.of(ReprintView.class);
    private final ToggleGroup reasons = new ToggleGroup();
    private final VBox question = new VBox(4);
    private final VBox notice = new VBox();
    private final ReprintModel model;
    private final Runnable close;
    private final BusyButton print;

    /// `close` puts the dialogue away.
    public ReprintView(ReprintModel model, Runnable close) {
        super(16);
        this.model = model;
        this.close = close;
        print =
                new BusyButton(
                        Feather.PRINTER,
                        model.progressProperty()
                                .flatMap(progress ->
                                        model.givenProperty().map(given -> face(progress, given))));
        fillQuestion();
        getChildren().addAll(head(), question, notice, buttons());
        getStyleClass().add("dialogue");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        model.progressProperty().subscribe(this::show);
    }

    /// Puts the focus on the first reason.
    public void begin() {
        if (reasons.getToggles().getFirst() instanceof RadioButton first) {
            first.requestFocus();
        }
    }

    private Node head() {
        String number = Long.toString(model.piece().indicium().indicium().pieceCount());
        var where = Labels.paragraph("", "text-muted");
        where.textProperty().bind(model.whereProperty().map(name -> texts.say("where", name)));
        var words =
                new VBox(
                        4,
                        Labels.of(texts.say("title", number), "title-3"),
                        Labels.paragraph(texts.say("free")),
                        where);
        words.setMaxWidth(WIDTH - 2 * 24 - INDENT);
        var icon = Icons.of(Feather.PRINTER, "accent-text", "twice");
        HBox.setMargin(icon, new Insets(2, 0, 0, 0));
        return new HBox(16, icon, words);
    }

    private void fillQuestion() {
        var label = Labels.of(texts.say("reason"), "note", "strong");
        question.getChildren().add(label);
        for (Reason reason : Reason.values()) {
            if (reason != Reason.NONE) {
                question.getChildren().add(choice(reason));
            }
        }
        var words = new TextField();
        words.setId("words");
        words.setAccessibleText(texts.say("words"));
        words.setPromptText(texts.say("words.prompt"));
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.visibleProperty().bind(model.reasonProperty().isEqualTo(Reason.OTHER));
        words.managedProperty().bind(words.visibleProperty());
        words.visibleProperty()
                .subscribe(isAsked -> {
                    if (isAsked) {
                        words.requestFocus();
                    }
                });
        question.getChildren().add(words);
        question.setPadding(new Insets(0, 0, 0, INDENT));
        VBox.setMargin(words, new Insets(4, 0, 0, 0));
    }

    private RadioButton choice(Reason reason) {
        var choice = new RadioButton(texts.say("reason", reason));
        choice.setId("reason-" + reason.name().toLowerCase(Locale.ROOT));
        choice.setToggleGroup(reasons);
        choice.setMinHeight(28);
        choice.selectedProperty()
                .subscribe(isChosen -> {
                    if (isChosen) {
                        model.reasonProperty().set(reason);
                    }
                });
        return choice;
    }

    private HBox buttons() {
        var cancel = new Button(texts.say("cancel"));
        cancel.setId("cancel");
        cancel.getStyleClass().add("large");
        cancel.setOnAction(_ -> close.run());
        cancel.visibleProperty()
                .bind(
                        model.progressProperty()
                                .map(progress -> !(progress instanceof Progress.Printed)));
        print.setId("print");
        print.setMinWidth(160);
        print.setOnAction(_ -> {
            if (model.progressProperty().get() instanceof Progress.Printed) {
                close.run();
            } else {
                model.print();
            }
        });
        var missing = Labels.note(texts.say("reason.missing"));
        missing.visibleProperty().bind(model.givenProperty().map(String::isEmpty));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row = new HBox(8, missing, between, cancel, print);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setPadding(new Insets(0, 0, 0, INDENT));
        return row;
    }

    private Face face(Progress progress, String given) {
        return switch (progress) {
            case Progress.Printing _ -> new Face.Busy(texts.say("printing"));
            case Progress.Printed _ -> new Face.Onward(texts.say("done"));
            case Progress.Idle _, Progress.Stopped _ ->
                    given.isEmpty()
                            ? new Face.Disabled(texts.say("print"))
                            : new Face.Ready(texts.say("print"));
        };
    }

    private void show(Progress progress) {
        boolean isAsking =
                progress instanceof Progress.Idle || progress instanceof Progress.Stopped;
        question.setDisable(progress instanceof Progress.Printing);
        question.setVisible(!(progress instanceof Progress.Printed));
        question.setManaged(question.isVisible());
        notice.setManaged(!isAsking || progress instanceof Progress.Stopped);
        notice.getChildren()
                .setAll(
                        switch (progress) {
                            case Progress.Idle _, Progress.Printing _ -> List.of();
                            case Progress.Stopped(_, var reason) ->
                                    List.of(
                                            new Notice(
                                                    Tone.WARNING,
                                                    texts.say("stopped"),
                                                    reason + " " + texts.say("stopped.free")));
                            case Progress.Printed(_, var where) ->
                                    List.of(new Notice(Tone.SUCCESS, texts.say("printed"), where));
                        });
    }
}
