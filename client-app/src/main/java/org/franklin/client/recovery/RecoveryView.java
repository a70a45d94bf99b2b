package org.franklin.client.recovery;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.franklin.client.recovery.RecoveryModel.Progress;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// The dialogue over home: what is paid and not printed, and the one button that prints it.
public final class RecoveryView extends VBox {

    private static final double WIDTH = 632;
    private static final double INDENT = 40;

    private final Texts texts = Texts.of(RecoveryView.class);
    private final VBox notice = new VBox();
    private final BusyButton print;
    private final RecoveryModel model;
    private final Runnable close;

    /// `close` puts the dialogue away; what was not printed waits on Home.
    public RecoveryView(RecoveryModel model, Dates dates, Runnable close) {
        super(16);
        this.model = model;
        this.close = close;
        print = new BusyButton(Feather.PRINTER, model.progressProperty().map(this::face));
        boolean isOne = model.choices().size() == 1;
        Node pieces =
                isOne
                        ? new OnePiece(model, texts, dates)
                        : new ManyPieces(model.choices(), texts, dates);
        getChildren().addAll(head(isOne), pieces, notice, buttons());
        notice.managedProperty()
                .bind(
                        model.progressProperty()
                                .map(progress ->
                                        progress instanceof Progress.Stopped
                                                || progress instanceof Progress.Printed));
        getStyleClass().add("dialogue");
        setMinWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        model.progressProperty().subscribe(this::show);
    }

    public void begin() {
        print.requestFocus();
    }

    private Node head(boolean isOne) {
        String count = Integer.toString(model.choices().size());
        var icon = Icons.of(Feather.PRINTER, "warning-text", "twice");
        var words =
                new VBox(
                        4,
                        Labels.of(isOne ? texts.say("one") : texts.say("many", count), "title-3"),
                        Labels.paragraph(
                                texts.say(isOne ? "one.charged" : "many.charged", model.charged())),
                        Labels.paragraph(texts.say(isOne ? "one.why" : "many.why"), "text-muted"));
        var head = new HBox(16, icon, words);
        HBox.setMargin(icon, new Insets(2, 0, 0, 0));
        words.setMaxWidth(WIDTH - 2 * 24 - INDENT);
        return head;
    }

    private HBox buttons() {
        var later = new Button(texts.say("later"));
        later.setId("later");
        later.getStyleClass().add("large");
        later.setOnAction(_ -> close.run());
        later.visibleProperty()
                .bind(
                        model.progressProperty()
                                .map(progress -> !(progress instanceof Progress.Printed)));
        print.setId("print");
        print.setMinWidth(212);
        print.setOnAction(_ -> {
            if (model.progressProperty().get() instanceof Progress.Printed) {
                close.run();
            } else {
                model.print();
            }
        });
        var row = new HBox(8, later, print);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox.setMargin(row, new Insets(8, 0, 0, 0));
        return row;
    }

    private Face face(Progress progress) {
        return switch (progress) {
            case Progress.Asking _, Progress.Stopped _ -> new Face.Ready(texts.say("print"));
            case Progress.Printing(var number, var of) ->
                    new Face.Busy(
                            of == 1
                                    ? texts.say("printing")
                                    : texts.say(
                                            "printing.many",
                                            Integer.toString(number),
                                            Integer.toString(of)));
            case Progress.Printed _ -> new Face.Onward(texts.say("done"));
        };
    }

    private void show(Progress progress) {
        notice.getChildren()
                .setAll(
                        switch (progress) {
                            case Progress.Stopped(var reason) ->
                                    List.of(
                                            new Notice(
                                                    Tone.WARNING,
                                                    texts.say("stopped"),
                                                    reason + " " + texts.say("stopped.free")));
                            case Progress.Printed(var where) ->
                                    List.of(new Notice(Tone.SUCCESS, texts.say("printed"), where));
                            case Progress.Asking _, Progress.Printing _ -> List.of();
                        });
    }
}
