package org.franklin.client.compose.form;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.franklin.client.address.AddressParts;
import org.franklin.client.address.AddressText;
import org.franklin.client.address.Gap;
import org.franklin.client.address.Reading;
import org.franklin.model.mail.Address;

import java.util.Locale;
import java.util.Optional;

/// An address while it is entered, as a block or in fields. The block is what counts: fields are
/// another way to write it.
public final class AddressEntry {

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper inFields = new ReadOnlyBooleanWrapper();
    private AddressParts parts = AddressParts.EMPTY;

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyBooleanProperty inFieldsProperty() {
        return inFields.getReadOnlyProperty();
    }

    public Reading reading() {
        return AddressText.read(text.get());
    }

    public Optional<Address> address() {
        return reading() instanceof Reading.Complete(var address)
                ? Optional.of(address)
                : Optional.empty();
    }

    public void write(Address address) {
        text.set(
                String.join("\n", address.lines())
                        + "\n"
                        + address.city()
                        + ", "
                        + address.state()
                        + " "
                        + address.zip());
    }

    /// Turns from the block to the fields, or back; what is written stays.
    public void turn() {
        parts = AddressParts.of(text.get());
        inFields.set(!inFields.get());
    }

    /// The fields as they were when they were turned to, or as they were written since.
    public AddressParts parts() {
        return parts;
    }

    public void write(AddressParts written) {
        parts = written;
        text.set(written.block());
    }

    public static String key(Gap gap) {
        return gap.name().toLowerCase(Locale.ROOT);
    }
}
