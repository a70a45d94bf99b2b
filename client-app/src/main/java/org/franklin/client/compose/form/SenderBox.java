package org.franklin.client.compose.form;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.ui.Texts;
import org.franklin.client.ui.control.Field;
import org.franklin.client.ui.control.ReadOnly;
import org.franklin.model.mail.Address;

import java.util.List;
import java.util.Optional;

/// The sender: one of those that are remembered, on one line, or another one as a block.
public final class SenderBox extends VBox {

    private static final int LINES = 3;

    private final ComboBox<Optional<Address>> remembered = new ComboBox<>();
    private final ObservableValue<Boolean> open;
    private final Texts texts;
    private final AddressEntry entry;
    private final Field choice;
    private boolean isChoosing;

    public SenderBox(
            AddressEntry from,
            ObservableValue<Habits> habits,
            Texts texts,
            ObservableValue<Boolean> open) {
        super(8);
        this.entry = from;
        this.texts = texts;
        this.open = open;
        remembered.setId("senders");
        remembered.setConverter(new Line());
        choice = new Field(texts.say("from"), remembered);
        ReadOnly.unless(open, remembered);
        remembered
                .valueProperty()
                .subscribe((_, chosen) -> {
                    if (isChoosing) {
                        choose(chosen);
                    }
                });
        habits.subscribe(known -> offer(known.senders()));
    }

    /// Offers those senders, but never in place of what is being written; a piece that is paid
    /// keeps its sender as it was.
    private void offer(List<Address> senders) {
        if (!open.getValue()) {
            return;
        }
        boolean isBlank = entry.textProperty().get().isBlank();
        var current = isBlank ? senders.stream().findFirst() : entry.address();
        // A list that changes chooses for itself, which nobody did.
        isChoosing = false;
        remembered.getItems().setAll(senders.stream().map(Optional::of).toList());
        remembered.getItems().add(Optional.empty());
        if (current.filter(senders::contains).isPresent()) {
            remembered.setValue(current);
            entry.write(current.get());
            getChildren().setAll(choice);
        } else if (getChildren().isEmpty()) {
            getChildren().setAll(new AddressBox(entry, "from", LINES, texts, open));
        }
        isChoosing = true;
    }

    /// Another address is written below the choice, which leads back to those that are remembered.
    private void choose(Optional<Address> chosen) {
        if (chosen.isPresent()) {
            entry.write(chosen.get());
            getChildren().setAll(choice);
        } else {
            entry.textProperty().set("");
            var other = new AddressBox(entry, "sender", LINES, texts, open);
            getChildren().setAll(choice, other);
            other.focus();
        }
    }

    private final class Line extends StringConverter<Optional<Address>> {

        @Override
        public String toString(Optional<Address> sender) {
            return sender == null
                    ? ""
                    : sender.map(address ->
                                    "%s, %s %s %s"
                                            .formatted(
                                                    address.lines().getFirst(),
                                                    address.city(),
                                                    address.state(),
                                                    address.zip().five()))
                            .orElse(texts.say("from.other"));
        }

        @Override
        public Optional<Address> fromString(String line) {
            return Optional.empty();
        }
    }
}
