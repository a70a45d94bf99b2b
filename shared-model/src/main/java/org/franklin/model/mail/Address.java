package org.franklin.model.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A domestic address: one to four lines (name, firm, street, unit), then city, state and ZIP.
///
/// A line holds 1 to 40 printable characters, so that the block fits every stock at a legible size.
public record Address(List<String> lines, String city, String state, ZipCode zip) {

    public static final int MOST_LINES = 4;
    public static final int LONGEST_LINE = 40;
    public static final int LONGEST_CITY = 28;

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");

    public Address {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "an address has 1 to " + MOST_LINES + " lines above the city");
        }
        lines.forEach(line -> requirePrintable(line, LONGEST_LINE));
        requirePrintable(city, LONGEST_CITY);
        if (!STATE.matcher(state).matches()) {
            throw new IllegalArgumentException("a state is two capital letters");
        }
    }

    /// The block as it is printed: capitals, one line each, the ZIP code last (Publication 28).
    public List<String> block() {
        return Stream.concat(lines.stream(), Stream.of(city + " " + state + " " + zip))
                .map(line -> line.toUpperCase(Locale.ROOT))
                .toList();
    }

    private static void requirePrintable(String line, int longest) {
        if (!PrintedLine.fits(line, longest)) {
            throw new IllegalArgumentException(
                    "a line of an address has 1 to " + longest + " printable characters");
        }
    }
}
