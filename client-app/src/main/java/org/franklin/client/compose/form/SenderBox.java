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
        ReadOnly.unless(open, remembered);
        remembered.valueProperty().subscribe((_, chosen) -> choose(chosen));
        habits.subscribe(known -> offer(known.senders()));
    }

    /// A piece that is paid keeps its sender as it was written.
    private void offer(List<Address> senders) {
        if (open.getValue()) {
            choose(senders);
        }
    }

    private void choose(List<Address> senders) {
        var current = entry.address();
        remembered.getItems().setAll(senders.stream().map(Optional::of).toList());
        remembered.getItems().add(Optional.empty());
        if (senders.isEmpty()) {
            getChildren().setAll(new AddressBox(entry, "from", LINES, texts, open));
        } else {
            remembered.setValue(
                    current.filter(senders::contains).or(() -> Optional.of(senders.getFirst())));
            getChildren().setAll(new Field(texts.say("from"), remembered));
        }
    }

    private void choose(Optional<Address> chosen) {
        if (chosen.isPresent()) {
            entry.write(chosen.get());
        } else {
            entry.textProperty().set("");
            var other = new AddressBox(entry, "from", LINES, texts, open);
            getChildren().setAll(other);
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
