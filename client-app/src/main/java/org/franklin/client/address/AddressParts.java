package org.franklin.client.address;

import org.franklin.model.mail.Address;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An address in fields, each as it is typed and perhaps empty. Fields and block say the same: one
/// is made from the other.
public record AddressParts(
        String name,
        String firm,
        String street,
        String unit,
        String city,
        String state,
        String zip) {

    public static final AddressParts EMPTY = new AddressParts("", "", "", "", "", "", "");

    private static final Pattern SPACES = Pattern.compile(" ");
    private static final Set<String> UNITS =
            Set.of("APT", "APARTMENT", "STE", "SUITE", "UNIT", "FL", "FLOOR", "RM", "ROOM", "BLDG");

    /// Takes a block apart. What is no address yet stands in the fields in the order of its lines.
    public static AddressParts of(String text) {
        return switch (AddressText.read(text)) {
            case Reading.Complete(var address) ->
                    of(address.lines(), address.city(), address.state(), address.zip().toString());
            case Reading.Lacking _ -> of(AddressText.lines(text), "", "", "");
        };
    }

    public String block() {
        String last =
                Stream.of(city + (city.isBlank() || state.isBlank() ? "" : ","), state, zip)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "));
        return Stream.of(name, firm, street, unit, last)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static AddressParts of(List<String> lines, String city, String state, String zip) {
        return switch (lines.size()) {
            case 0 -> new AddressParts("", "", "", "", city, state, zip);
            case 1 -> new AddressParts("", "", lines.get(0), "", city, state, zip);
            case 2 -> new AddressParts(lines.get(0), "", lines.get(1), "", city, state, zip);
            case 3 ->
                    isUnit(lines.get(2))
                            ? new AddressParts(
                                    lines.get(0), "", lines.get(1), lines.get(2), city, state, zip)
                            : new AddressParts(
                                    lines.get(0), lines.get(1), lines.get(2), "", city, state, zip);
            default ->
                    new AddressParts(
                            lines.get(0),
                            lines.get(1),
                            lines.get(2),
                            String.join(" ", lines.subList(Address.MOST_LINES - 1, lines.size())),
                            city,
                            state,
                            zip);
        };
    }

    private static boolean isUnit(String line) {
        String first = SPACES.split(line, 2)[0].replace(".", "").toUpperCase(Locale.ROOT);
        return first.startsWith("#") || UNITS.contains(first);
    }
}
