package org.franklin.client.signup;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.Labels;
import org.franklin.client.ui.control.Notice;
import org.franklin.client.ui.control.Tone;

import java.util.List;
import java.util.Locale;

/// The first step: address, key, and the tick that says both keys are the same.
final class ContactForm extends VBox {

    private final VBox found = new VBox(16);
    private final ContactModel model;
    private final Texts texts;

    ContactForm(ContactModel model, Texts texts) {
        super(16);
        this.model = model;
        this.texts = texts;
        var address = new TextField();
        address.setId("address");
        address.textProperty().bindBidirectional(model.addressProperty());
        getChildren()
                .addAll(new Field(texts.say("address"), texts.say("address.hint"), address), found);
        model.contactProperty().subscribe(this::show);
    }

    private void show(Contact contact) {
        found.getChildren()
                .setAll(
                        switch (contact) {
                            case Contact.None _, Contact.Looking _, Contact.Kept _ -> List.of();
                            case Contact.ToCompare(var identity) ->
                                    List.of(key(identity.address().fingerprint()), tick());
                            case Contact.BadAddress(var whatToDo) ->
                                    List.of(
                                            new Notice(
                                                    Tone.ACCENT,
                                                    texts.say("address.unreadable"),
                                                    texts.say("address.example", whatToDo)));
                            case Contact.NotReached(var why) ->
                                    List.of(
                                            new Notice(
                                                    Tone.WARNING,
                                                    texts.say("not.reached", why),
                                                    texts.say("not.reached.text", why)));
                            case Contact.NoAuthority _ ->
                                    List.of(
                                            new Notice(
                                                    Tone.DANGER,
                                                    texts.say("no.authority"),
                                                    texts.say("no.authority.text")));
                            case Contact.OtherKey(var seen, var expected) ->
                                    List.of(
                                            new Notice(
                                                    Tone.DANGER,
                                                    texts.say("other.key"),
                                                    texts.say(
                                                            "other.key.text",
                                                            shorten(seen),
                                                            shorten(expected))));
                        });
    }

    private VBox key(Fingerprint fingerprint) {
        String groups = fingerprint.toString().toUpperCase(Locale.ROOT);
        var lines = Labels.of(groups.substring(0, 39) + "\n" + groups.substring(40), "fingerprint");
        lines.setAccessibleText(groups);
        var box = new VBox(8, Labels.of(texts.say("key"), "note", "strong"), lines);
        box.getChildren().add(Labels.paragraph(texts.say("key.compare"), "note", "text-muted"));
        box.getStyleClass().add("inset");
        return box;
    }

    private CheckBox tick() {
        var tick = new CheckBox(texts.say("key.same"));
        tick.setId("compared");
        tick.setWrapText(true);
        tick.selectedProperty().bindBidirectional(model.comparedProperty());
        return tick;
    }

    /// Enough to see that two differ.
    private static String shorten(Fingerprint fingerprint) {
        return fingerprint.toString().substring(0, 9).toUpperCase(Locale.ROOT);
    }
}
