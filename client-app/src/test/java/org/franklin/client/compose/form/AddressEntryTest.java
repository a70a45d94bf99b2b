package org.franklin.client.compose.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.client.Paid;
import org.franklin.client.address.AddressParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class AddressEntryTest {

    private static final String DANA =
            "Dana Whitfield\nWhitfield & Marsh\n2140 SW Harbor St\nPortland, OR 97201-4418";

    private final AddressEntry entry = new AddressEntry();

    @Test
    void readsBackTheAddressThatItWrites() {
        var address = Paid.address("Dana Whitfield", "Portland", "OR", "97201");
        entry.write(address);

        assertEquals(Optional.of(address), entry.address());
        assertEquals(
                "Dana Whitfield\n12 Spruce St\nPortland, OR 97201", entry.textProperty().get());
    }

    @ParameterizedTest
    @ValueSource(strings = {DANA, "Dana\n2140 SW Har", "", "Portland, OR", "a, b, c, d, e, f"})
    void turningToFieldsAndBackChangesNothingThatIsWritten(String text) {
        entry.textProperty().set(text);
        entry.turn();
        assertTrue(entry.inFieldsProperty().get());
        entry.turn();

        assertEquals(text, entry.textProperty().get());
    }

    @Test
    void fieldsWriteTheBlock() {
        entry.textProperty().set(DANA);
        entry.turn();
        var parts = entry.parts();
        assertEquals("Whitfield & Marsh", parts.firm());
        entry.write(
                new AddressParts(
                        parts.name(), "", parts.street(), "Ste 4", "Salem", "OR", "97301"));

        assertEquals(
                "Dana Whitfield\n2140 SW Harbor St\nSte 4\nSalem, OR 97301",
                entry.textProperty().get());
        assertEquals("Salem", entry.address().orElseThrow().city());
    }

    @Test
    void fieldsRememberWhatABlockCannotTellApartYet() {
        entry.turn();
        entry.write(new AddressParts("", "", "", "", "Salem", "", ""));

        assertEquals("Salem", entry.textProperty().get());
        assertEquals("Salem", entry.parts().city(), "it stays in its own field");
    }
}
