package org.franklin.client.history;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.printing.Progress;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.kordamp.ikonli.feather.Feather;

/// The chosen piece: to whom, what it cost, its life, and what can be done with it.
final class PiecePanel extends VBox {

    private static final double WIDTH = 288;
    private static final double INSET = 16;

    private final VBox facts = new VBox();
    private final VBox notice = new VBox();
    private final BusyButton printNow;
    private final BusyButton check;
    private final Button printAgain;
    private final HBox proofs;
    private final HistoryModel model;
    private final Texts texts;
    private final Dates dates;
    private final PieceWords words;
    // A binding lives only as long as somebody keeps it.
    private final ObservableValue<Face> checkFace;

    PiecePanel(HistoryModel model, Texts texts, Dates dates, PieceDialogues dialogues) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.dates = dates;
        this.words = new PieceWords(texts, dates);
        var progress = model.printing().progressProperty();
        printNow = new BusyButton(Feather.PRINTER, progress.map(this::printFace));
        printNow.setId("print-now");
        printNow.setOnAction(_ -> {
            if (model.detailProperty().get() instanceof Detail.Of(Entry.Here here, _, _)) {
                model.printing().print(here.piece(), "");
            }
        });
        checkFace = model.checkingProperty().map(this::checkFace);
        check = new BusyButton(Feather.REFRESH_CW, checkFace);
        check.setId("check");
        check.setOnAction(_ -> {
            if (model.detailProperty().get() instanceof Detail.Of(Entry.InDoubt doubt, _, _)) {
                model.check(doubt);
            }
        });
        printAgain = button("print.again", Feather.PRINTER, dialogues::printAgain);
        proofs =
                new HBox(
                        8,
                        button("receipt", Feather.FILE_TEXT, dialogues::receipt),
                        button("verify", Feather.SHIELD, dialogues::verify));
        getChildren().addAll(scrolled(facts), notice, buttons());
        getStyleClass().add("panel");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        visibleProperty().bind(model.detailProperty().map(Detail.Of.class::isInstance));
        model.detailProperty().subscribe(this::show);
        progress.subscribe(this::tell);
    }

    private VBox buttons() {
        var buttons = new VBox(8, printNow, printAgain, check, proofs);
        buttons.setPadding(new Insets(0, INSET, INSET, INSET));
        return buttons;
    }

    private Button button(String key, Feather icon, Runnable step) {
        var button = new Button(texts.say(key), Icons.of(icon));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setGraphicTextGap(8);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setPrefWidth(WIDTH);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private static ScrollPane scrolled(VBox content) {
        content.setPadding(new Insets(INSET, INSET, 0, INSET));
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private void show(Detail detail) {
        facts.getChildren().clear();
        if (detail instanceof Detail.Of(var entry, var life, var obstacle)) {
            facts.getChildren().add(head(entry));
            for (PieceWords.Line line : words.lines(entry)) {
                facts.getChildren().add(line(line));
            }
            var section = Labels.section(texts.say("life"));
            section.setPadding(new Insets(16, 0, 8, 0));
            facts.getChildren().addAll(section, new Timeline(life, texts, dates));
            boolean isPrintable = entry instanceof Entry.Here && obstacle.isEmpty();
            boolean isPrinted = entry instanceof Entry.Here(var piece, _) && piece.isReprint();
            boolean hadFocus = printNow.isFocused();
            showIf(printAgain, isPrintable && isPrinted);
            showIf(printNow, isPrintable && !isPrinted);
            showIf(check, entry instanceof Entry.InDoubt);
            showIf(proofs, entry instanceof Entry.Paid);
            if (hadFocus && printAgain.isVisible()) {
                printAgain.requestFocus();
            }
            tell(model.printing().progressProperty().get());
            if (!obstacle.isEmpty()) {
                say(new Notice(Tone.WARNING, texts.say("not.printable"), obstacle));
            }
        }
    }

    private VBox head(Entry entry) {
        var name = Labels.paragraph(words.to(entry), "title-4", "strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var top = new HBox(8, name, entry.state().chip());
        top.setAlignment(Pos.TOP_LEFT);
        var head = new VBox(top);
        String where = words.where(entry);
        if (!where.isEmpty()) {
            head.getChildren().add(Labels.paragraph(where, "note", "text-muted"));
        }
        head.setPadding(new Insets(0, 0, 8, 0));
        return head;
    }

    private static HBox line(PieceWords.Line line) {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var what = Labels.of(line.what(), "text-muted");
        what.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(8, what, between, Labels.cell(line.value()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(24);
        return row;
    }

    /// What came of the last printing of the piece that is shown.
    private void tell(Progress progress) {
        notice.getChildren().clear();
        showIf(notice, false);
        if (model.detailProperty().get() instanceof Detail.Of(Entry.Here(var piece, _), _, _)
                && progress.isOf(piece.id())) {
            switch (progress) {
                case Progress.Idle _, Progress.Printing _ -> {}
                case Progress.Printed(var printed, _) -> {
                    // Of a printing again, its dialogue tells.
                    if (!printed.isReprint()) {
                        say(new Notice(Tone.SUCCESS, texts.say("printed"), ""));
                    }
                }
                case Progress.Stopped(var stopped, var reason) ->
                        say(
                                new Notice(
                                        Tone.WARNING,
                                        texts.say(
                                                stopped.isReprint()
                                                        ? "stopped.again"
                                                        : "stopped.first"),
                                        reason + " " + texts.say("stopped.free")));
            }
        }
    }

    private void say(Node words) {
        notice.getChildren().setAll(words);
        notice.setPadding(new Insets(0, INSET, 0, INSET));
        showIf(notice, true);
    }

    private Face printFace(Progress progress) {
        return progress instanceof Progress.Printing
                ? new Face.Busy(texts.say("printing"))
                : new Face.Ready(texts.say("print.now"));
    }

    private Face checkFace(boolean isChecking) {
        return isChecking
                ? new Face.Busy(texts.say("checking"))
                : new Face.Ready(texts.say("check"));
    }

    private static void showIf(Node part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }
}
