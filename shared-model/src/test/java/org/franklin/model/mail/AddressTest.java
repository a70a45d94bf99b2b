package org.franklin.model.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

class AddressTest {

    private static final ZipCode ZIP = new ZipCode("97201441801");

    @Test
    void theBlockIsInCapitalsWithTheZipCodeLast() {
        var address = new Address(List.of("Ida Müller", "12 Oak St Apt 4"), "Portland", "OR", ZIP);

        assertEquals(
                List.of("IDA MÜLLER", "12 OAK ST APT 4", "PORTLAND OR 97201-4418"),
                address.block());
    }

    @Test
    void capitalsDoNotDependOnTheCountryOfTheMachine() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("FIFTH ST", with("Fifth St").block().getFirst());
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aLineFitsInCapitalsToo() {
        assertEquals(40, with("x".repeat(40)).block().getFirst().length());
        assertEquals(40, with("ß".repeat(20)).block().getFirst().length());
        refuses(() -> with("ß".repeat(21)));
        refuses(() -> with("x".repeat(41)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "a\nb",
                "a\u0000b",
                "a\u007fb",
                "a\u2028b",
                "a\u202eb",
                "\u200b",
                "a\ud83d",
                "\ue000",
                "\ufeffa",
                "\uffff"
            })
    void aLineShowsAllThatItHolds(String line) {
        refuses(() -> with(line));
        refuses(() -> new Address(List.of("Ida"), line, "OR", ZIP));
    }

    @Test
    void anAddressHasOneToFourLines() {
        assertEquals(4, address(4).lines().size());
        refuses(() -> address(0));
        refuses(() -> address(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O", "ORE", "or", "Or", "0R", "ÖR", "OR\n"})
    void aStateIsTwoCapitalLetters(String state) {
        refuses(() -> new Address(List.of("Ida"), "Portland", state, ZIP));
    }

    @Test
    void aCityHasAtMostTwentyEightCharacters() {
        assertEquals(42, city(28).block().getLast().length());
        refuses(() -> city(29));
    }

    @Test
    void nobodyChangesItsLinesLater() {
        var lines = new ArrayList<>(List.of("Ida"));
        var address = new Address(lines, "Portland", "OR", ZIP);
        lines.set(0, "Eve");

        assertEquals(List.of("Ida"), address.lines());
    }

    @Test
    void characterOfAnyScriptMayShow() {
        assertTrue(PrintedLine.fits("Żółć 東京 🐎", 40));
    }

    private static Address with(String line) {
        return new Address(List.of(line), "Portland", "OR", ZIP);
    }

    private static Address address(int lines) {
        return new Address(Collections.nCopies(lines, "Ida"), "Portland", "OR", ZIP);
    }

    private static Address city(int length) {
        return new Address(List.of("Ida"), "x".repeat(length), "OR", ZIP);
    }

    private static void refuses(org.junit.jupiter.api.function.Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }
}
