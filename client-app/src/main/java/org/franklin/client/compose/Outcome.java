package org.franklin.client.compose;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.compose.Said.Deed;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Icons;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What is said of the piece's money, and the way from the click to the page.
final class Outcome extends VBox {

    private static final int SHORT_ID = 12;

    private final Sentences sentences = new Sentences();
    private final Texts texts;
    private final Dates dates;
    private final Consumer<Deed> deeds;
    private final VBox notice = new VBox();
    private final Label next = Labels.note("");
    private final Label asked = Labels.note("");
    private final HBox request;
    private final Steps steps;
    private Optional<Said> shown = Optional.empty();
    private Optional<Stage> detailed = Optional.empty();

    Outcome(ComposeModel model, Texts texts, Dates dates, Consumer<Deed> deeds) {
        super(16);
        this.texts = texts;
        this.dates = dates;
        this.deeds = deeds;
        this.request = request(model.draft().toString());
        this.steps = new Steps(texts);
        model.situationBinding().subscribe(_ -> show(model));
        model.sampleProperty().subscribe(_ -> show(model));
    }

    boolean isEmpty() {
        return getChildren().isEmpty();
    }

    /// Adds what the data center said to the notice.
    void showDetails(Situation now) {
        detailed = Optional.of(now.stage());
        say(sentences.details(now));
    }

    private void show(ComposeModel model) {
        var now = model.situationBinding().getValue();
        say(
                detailed.equals(Optional.of(now.stage()))
                        ? sentences.details(now)
                        : sentences.notice(now, model.sampleProperty().get()));
        getChildren().clear();
        if (!notice.getChildren().isEmpty()) {
            getChildren().add(notice);
        }
        switch (now.stage()) {
            case Stage.Reserving _ -> step(Steps.Step.RESERVING);
            case Stage.Signing _ -> step(Steps.Step.SIGNING);
            case Stage.Printing _ -> step(Steps.Step.PRINTING);
            case Stage.Printed _ -> step(Steps.Step.DONE);
            case Stage.Checking(_, var since, var times, _, var seconds) -> {
                next.setText(texts.say("next", Integer.toString(seconds)));
                asked(since, times);
            }
            case Stage.Asking(var checking) -> {
                next.setText(texts.say("asking"));
                asked(checking.since(), checking.times());
            }
            case Stage.FundsInDoubt(_, _, var seconds) ->
                    next.setText(texts.say("next", Integer.toString(seconds)));
            case Stage.Open _,
                    Stage.NotCharged _,
                    Stage.CannotPrint _,
                    Stage.Adding _,
                    Stage.FundsNotTaken _,
                    Stage.Found _,
                    Stage.Unprinted _ -> {}
        }
    }

    private void step(Steps.Step step) {
        steps.show(step);
        getChildren().add(steps);
    }

    private void asked(Instant since, int times) {
        asked.setText(
                times == 1
                        ? texts.say("asked.once", dates.time(since))
                        : texts.say("asked", Integer.toString(times), dates.time(since)));
        getChildren().add(request);
    }

    /// A notice that says the same stays, so that it is announced once.
    private void say(Optional<Said> said) {
        if (!said.equals(shown)) {
            shown = said;
            notice.getChildren().clear();
            said.ifPresent(now -> notice.getChildren().add(notice(now)));
        }
    }

    private Notice notice(Said said) {
        var help = new ArrayList<Node>();
        for (Deed deed : said.deeds()) {
            help.add(button(deed));
            if (deed == Deed.CHECK) {
                help.add(next);
            }
        }
        return new Notice(said.tone(), said.title(), said.text(), help.toArray(Node[]::new));
    }

    private Button button(Deed deed) {
        var button = new Button(texts.say("deed", deed));
        button.setId(deed.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("small");
        if (deed == Deed.CHECK) {
            button.setGraphic(Icons.tiny(Feather.REFRESH_CW));
        }
        button.setOnAction(_ -> deeds.accept(deed));
        return button;
    }

    /// The request's id, short to read and whole to copy.
    private HBox request(String id) {
        String plain = id.replace("-", "").toUpperCase(Locale.ROOT);
        var copy = new Hyperlink(texts.say("copy"), Icons.tiny(Feather.COPY, "accent-text"));
        copy.getStyleClass().add("note");
        copy.setMnemonicParsing(true);
        copy.setOnAction(
                _ -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, id)));
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row =
                new HBox(
                        8,
                        Labels.note(
                                texts.say(
                                        "request",
                                        "%s-%s-%s"
                                                .formatted(
                                                        plain.substring(0, 4),
                                                        plain.substring(4, 8),
                                                        plain.substring(8, SHORT_ID)))),
                        copy,
                        between,
                        asked);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
