package org.franklin.client.address;

import org.franklin.model.mail.Address;
import org.franklin.model.mail.PrintedLine;
import org.franklin.model.mail.ZipCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An address as it is typed or pasted: a block of lines, or one line with commas.
///
/// The last line holds city, state and ZIP code; the state may be written out, and the city may
/// stand on the line before. A country at the end and empty lines are passed over.
public final class AddressText {

    /// What a text area may be handed at most, in characters.
    public static final int LONGEST = 1_000;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
    private static final Pattern ZIP = Pattern.compile("(.*?)(?<![\\d-])(\\d{5}(?:-\\d{4})?)");
    private static final Pattern BETWEEN = Pattern.compile("[\\s,]+");
    private static final Pattern ENDING = Pattern.compile("[\\s,.]+$");
    private static final Pattern DIGIT = Pattern.compile(".*\\d.*");
    private static final Set<String> HOME = Set.of("USA", "US", "UNITED STATES");

    private AddressText() {}

    /// The lines as they are written, without those that are empty, and none after the first
    /// [#LONGEST] characters.
    public static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        text.substring(0, Math.min(text.length(), LONGEST))
                .lines()
                .map(line -> SPACES.matcher(line.strip()).replaceAll(" "))
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        if (lines.size() == 1 && COMMAS.split(lines.getFirst(), -1).length > 2) {
            var parts = List.of(COMMAS.split(lines.getFirst(), -1));
            return parts.stream().filter(part -> !part.isEmpty()).toList();
        }
        return List.copyOf(lines);
    }

    public static Reading read(String text) {
        if (text.length() > LONGEST) {
            return new Reading.Lacking(Gap.LINES, "");
        }
        var lines = new ArrayList<>(lines(text));
        if (!lines.isEmpty()
                && HOME.contains(lines.getLast().replace(".", "").toUpperCase(Locale.ROOT))) {
            lines.removeLast();
        }
        return lines.isEmpty() ? new Reading.Lacking(Gap.ALL, "") : read(lines);
    }

    private static Reading read(List<String> lines) {
        String last = lines.removeLast();
        var zip = ZIP.matcher(last);
        if (!zip.matches()) {
            return new Reading.Lacking(Gap.ZIP, last);
        }
        String before = trimmed(zip.group(1));
        if (before.isEmpty() && !lines.isEmpty()) {
            before = trimmed(lines.removeLast());
        }
        var place = Place.at(before);
        if (place.isEmpty()) {
            return new Reading.Lacking(Gap.STATE, last);
        }
        String city = place.get().city();
        if (city.isEmpty() && lines.size() > 1) {
            city = trimmed(lines.removeLast());
        }
        var lacking = objection(lines, city);
        return lacking.isPresent()
                ? lacking.get()
                : new Reading.Complete(
                        new Address(
                                lines,
                                city,
                                place.get().state().name(),
                                ZipCode.parse(zip.group(2))));
    }

    private static Optional<Reading> objection(List<String> lines, String city) {
        if (city.isEmpty()) {
            return lacking(Gap.CITY, "");
        }
        if (lines.isEmpty() || (lines.size() == 1 && !DIGIT.matcher(lines.getFirst()).matches())) {
            return lacking(Gap.STREET, "");
        }
        if (lines.size() > Address.MOST_LINES) {
            return lacking(Gap.LINES, "");
        }
        if (!PrintedLine.fits(city, Address.LONGEST_CITY)) {
            return lacking(Gap.LINE, city);
        }
        return lines.stream()
                .filter(line -> !PrintedLine.fits(line, Address.LONGEST_LINE))
                .findFirst()
                .flatMap(line -> lacking(Gap.LINE, line));
    }

    private static Optional<Reading> lacking(Gap gap, String where) {
        return Optional.of(new Reading.Lacking(gap, where));
    }

    private static String trimmed(String words) {
        return ENDING.matcher(words.strip()).replaceAll("");
    }

    /// What stands before the ZIP code: a state, and the city before it, which may be empty.
    private record Place(String city, State state) {

        static Optional<Place> at(String text) {
            var words = List.of(BETWEEN.split(text, -1));
            for (int count = Math.min(State.MOST_WORDS, words.size()); count > 0; count--) {
                int first = words.size() - count;
                var state = State.find(String.join(" ", words.subList(first, words.size())));
                if (state.isPresent()) {
                    return Optional.of(
                            new Place(
                                    trimmed(String.join(" ", words.subList(0, first))),
                                    state.get()));
                }
            }
            return Optional.empty();
        }
    }
}
