package org.franklin.client.signup;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.signup.SignUpModel.Reply;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Chip;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;
import org.franklin.client.ui.frame.Focus;
import org.franklin.client.ui.frame.SidePane;
import org.franklin.client.ui.frame.StatusBar;
import org.kordamp.ikonli.feather.Feather;

/// Lays out the first run: steps at the left, one step with its form at the right.
public final class SignUpView extends BorderPane {

    private static final double FORM = 432;
    private static final double MARGIN = 48;

    private final Texts texts = Texts.of(SignUpView.class);
    private final Wording wording = new Wording();
    private final VBox form = new VBox(16);
    private final VBox notice = new VBox();
    private final SignUpModel model;
    private final Button skip;

    public SignUpView(SignUpModel model) {
        this.model = model;
        skip = new Button(texts.say("skip"));
        skip.getStyleClass().add("large");
        var side = new SidePane(new StepList(model.stepProperty(), texts));
        model.contact()
                .contactProperty()
                .subscribe(contact -> {
                    if (contact instanceof Contact.Kept(var identity)) {
                        side.keep(identity.address().fingerprint());
                    }
                });
        setLeft(side);
        form.setMaxWidth(FORM);
        form.setMinWidth(FORM);
        var page = new VBox(24, head(), form);
        page.setPadding(new Insets(MARGIN, MARGIN, 16, MARGIN));
        setCenter(new BorderPane(page, null, null, new VBox(buttons(), status()), null));
        getStyleClass().add("bg-default");
        model.stepProperty().subscribe(this::show);
        model.replyProperty().subscribe(this::show);
    }

    /// Puts the caret into the first field.
    public void begin() {
        Focus.enter(form);
    }

    /// Shows the last step, whose content comes from the window for funds.
    public void showFunds(Node funds, Runnable skipped) {
        form.getChildren().setAll(funds);
        skip.setOnAction(_ -> skipped.run());
    }

    private VBox head() {
        var title =
                Labels.of(model.stepProperty().map(step -> texts.say("title", step)), "title-2");
        var line =
                Labels.of(model.stepProperty().map(step -> texts.say("line", step)), "text-muted");
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var chip = Chip.specimen(texts.say("specimen"), texts.say("specimen.spoken"));
        var row = new HBox(title, between, chip);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, row, line);
    }

    /// Nothing is left that could be skipped.
    public void finish() {
        skip.setDisable(true);
        skip.setOpacity(0);
    }

    private HBox buttons() {
        var other = new Hyperlink();
        var existing = model.account().existingProperty();
        other.textProperty()
                .bind(existing.map(exists -> texts.say(exists ? "link.new" : "link.existing")));
        other.setMnemonicParsing(true);
        other.setOnAction(_ -> {
            existing.set(!existing.get());
            begin();
        });
        other.visibleProperty().bind(model.stepProperty().map(step -> step == Step.ACCOUNT));
        var back = new Button(texts.say("back"));
        back.getStyleClass().add("large");
        back.setOnAction(_ -> model.goBack());
        back.visibleProperty().bind(model.stepProperty().map(step -> step == Step.AGREEMENT));
        var main = new BusyButton(Feather.ARROW_RIGHT, model.pressBinding().map(this::face));
        main.setId("main");
        main.setMinWidth(128);
        main.setMaxWidth(Region.USE_PREF_SIZE);
        main.setOnAction(_ -> model.goOn());
        form.addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        main.fire();
                    }
                });
        showIf(main, false);
        showIf(skip, true);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row = new HBox(8, other, between, back, main, skip);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(16, MARGIN, 16, MARGIN));
        row.getStyleClass().add("line-above");
        return row;
    }

    private void showIf(Node node, boolean atFunds) {
        var shown = model.stepProperty().map(step -> (step == Step.FUNDS) == atFunds);
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    private StatusBar status() {
        var contact = model.contact().contactProperty();
        return new StatusBar(
                contact.map(now -> now instanceof Contact.Kept ? Tone.SUCCESS : Tone.ACCENT),
                contact.map(now ->
                        texts.say(now instanceof Contact.Kept ? "connected" : "not.connected")),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""));
    }

    private void show(Step step) {
        Node fields =
                switch (step) {
                    case DATA_CENTER -> new ContactForm(model.contact(), texts);
                    case ACCOUNT -> new AccountForm(model.account(), texts);
                    case AGREEMENT -> new AgreementForm(model.account(), texts);
                    case FUNDS -> new Region();
                };
        form.getChildren().setAll(fields, notice);
        begin();
    }

    private void show(Reply reply) {
        switch (reply) {
            case Reply.None _ -> notice.getChildren().clear();
            case Reply.Refused(var why) ->
                    notice.getChildren()
                            .setAll(
                                    new Notice(
                                            Tone.ACCENT,
                                            texts.say("nothing.changed"),
                                            wording.of(why)));
        }
    }

    private Face face(Press press) {
        String text = texts.say("press", press);
        return switch (press) {
            case LOOK, KEEP, CONTINUE, ENROL, SIGN_UP -> new Face.Ready(text);
            case COMPARE, FILL_IN, AGREE -> new Face.Disabled(text);
            case LOOKING, ENROLLING, SIGNING_UP -> new Face.Busy(text);
        };
    }
}
