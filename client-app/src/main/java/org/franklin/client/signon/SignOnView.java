package org.franklin.client.signon;

import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.signon.SignOnModel.Reply;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.Wording;
import org.franklin.client.ui.control.BusyButton;
import org.franklin.client.ui.control.BusyButton.Face;
import org.franklin.client.ui.control.Chip;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.PasswordBox;
import org.franklin.client.ui.control.Tone;
import org.franklin.client.ui.frame.SidePane;
import org.franklin.client.ui.frame.StatusBar;
import org.franklin.model.wire.ProblemType;
import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// Lays out signing on: the data center's key at the left, name and password at the right.
public final class SignOnView extends BorderPane {

    private static final double FORM = 432;
    private static final double MARGIN = 48;

    private final Texts texts = Texts.of(SignOnView.class);
    private final Wording wording = new Wording();
    private final VBox notice = new VBox();
    private final TextField user = new TextField();
    private final PasswordBox password;
    private final SignOnModel model;

    /// `signUp` is run for a mailer who has no account yet.
    public SignOnView(SignOnModel model, Fingerprint key, Runnable signUp) {
        this.model = model;
        var side = new SidePane(new Region());
        side.keep(key);
        setLeft(side);
        user.setId("user");
        user.textProperty().bindBidirectional(model.userProperty());
        password = new PasswordBox(model.passwordProperty(), texts.say("eye"));
        password.setId("password");
        password.setOnAction(_ -> model.signOn());
        var form =
                new VBox(
                        16,
                        new Field(texts.say("user"), user),
                        new Field(texts.say("password"), password),
                        notice,
                        buttons(signUp));
        form.setMaxWidth(FORM);
        form.setMinWidth(FORM);
        var page = new VBox(24, head(), form);
        page.setPadding(new Insets(MARGIN, MARGIN, 16, MARGIN));
        setCenter(new BorderPane(page, null, null, status(), null));
        getStyleClass().add("bg-default");
        model.replyProperty().subscribe(this::show);
    }

    /// Puts the caret where something is still to be typed.
    public void begin() {
        (user.getText().isEmpty() ? user : password).requestFocus();
    }

    private VBox head() {
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var chip = Chip.specimen(texts.say("specimen"), texts.say("specimen.spoken"));
        var row = new HBox(Labels.of(texts.say("title"), "title-2"), between, chip);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, row, Labels.of(texts.say("line"), "text-muted"));
    }

    private HBox buttons(Runnable signUp) {
        var main =
                new BusyButton(
                        Feather.LOG_IN,
                        Bindings.createObjectBinding(
                                this::face, model.replyProperty(), model.completeBinding()));
        main.setId("main");
        main.setMinWidth(152);
        main.setOnAction(_ -> model.signOn());
        var other = new Hyperlink(texts.say("no.account"));
        other.setMnemonicParsing(true);
        other.setOnAction(_ -> signUp.run());
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        var row = new HBox(8, other, between, main);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Face face() {
        return switch (model.replyProperty().get()) {
            case Reply.SigningOn _ -> new Face.Busy(texts.say("signing.on"));
            case Reply.Enrolling _ -> new Face.Busy(texts.say("enrolling"));
            case Reply.None _,
                    Reply.WasIdle _,
                    Reply.NotEnrolled _,
                    Reply.TooManyComputers _,
                    Reply.Refused _ ->
                    model.completeBinding().getValue()
                            ? new Face.Ready(texts.say("sign.on"))
                            : new Face.Disabled(texts.say("sign.on"));
        };
    }

    private void show(Reply reply) {
        notice.getChildren()
                .setAll(
                        switch (reply) {
                            case Reply.None _, Reply.SigningOn _, Reply.Enrolling _ -> List.of();
                            case Reply.WasIdle _ -> List.of(say(Tone.ACCENT, "was.idle"));
                            case Reply.NotEnrolled _ -> List.of(notEnrolled());
                            case Reply.TooManyComputers _ -> List.of(tooManyComputers());
                            case Reply.Refused(var why) -> List.of(refused(why));
                        });
        if (reply instanceof Reply.Refused) {
            password.requestFocus();
            password.selectAll();
        }
    }

    private Notice say(Tone tone, String key) {
        return new Notice(tone, texts.say(key), texts.say(key + ".text"));
    }

    private Notice tooManyComputers() {
        var recover = new Button(texts.say("recover"));
        recover.setId("recover");
        recover.getStyleClass().add("small");
        recover.setOnAction(_ -> model.recover());
        return new Notice(Tone.WARNING, texts.say("too.many"), texts.say("too.many.text"), recover);
    }

    private Notice notEnrolled() {
        var enrol = new Button(texts.say("enrol"));
        enrol.setId("enrol");
        enrol.getStyleClass().add("small");
        enrol.setOnAction(_ -> model.enrol());
        return new Notice(
                Tone.ACCENT, texts.say("not.enrolled"), texts.say("not.enrolled.text"), enrol);
    }

    private Notice refused(Refusal why) {
        return switch (why) {
            case Refusal.SignedOut _ -> say(Tone.ACCENT, "signed.out");
            case Refusal.Said(var problem)
                    when problem.type().equals(ProblemType.WRONG_PASSWORD.uri()) ->
                    new Notice(Tone.ACCENT, texts.say("wrong.password"), problem.detail());
            case Refusal.Offline _ -> say(Tone.WARNING, "offline");
            case Refusal.DoesNotAnswer _ -> say(Tone.WARNING, "does.not.answer");
            case Refusal.NotTrusted _ -> say(Tone.DANGER, "not.trusted");
            default -> new Notice(Tone.ACCENT, texts.say("nothing.changed"), wording.of(why));
        };
    }

    private StatusBar status() {
        var lost =
                model.replyProperty()
                        .map(reply ->
                                reply instanceof Reply.Refused(Refusal.Offline _)
                                        || reply instanceof Reply.Refused(Refusal.DoesNotAnswer _));
        return new StatusBar(
                lost.map(is -> is ? Tone.WARNING : Tone.ACCENT),
                lost.map(is -> texts.say(is ? "status.lost" : "status")),
                new SimpleStringProperty(""),
                new SimpleStringProperty(""));
    }
}
