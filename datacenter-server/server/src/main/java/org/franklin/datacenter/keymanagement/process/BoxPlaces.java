package org.franklin.datacenter.keymanagement.process;

import org.franklin.datacenter.keymanagement.BoxKind;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the boxes of an installation run: those that are not named, in the function server's own
/// process.
///
/// Several processes may share the load of the authentication and the steel box, of which one seed
/// may be open many times. Meter and transaction box are one each, since each is the one memory of
/// its records: two would let a dishonest function server take one record two ways.
public record BoxPlaces(Map<BoxKind, List<BoxAddress>> elsewhere) {

    /// All boxes in the function server's process.
    public static final BoxPlaces EMBEDDED = new BoxPlaces(Map.of());

    private static final String HERE = "embedded";
    private static final Set<BoxKind> ONE_MEMORY = EnumSet.of(BoxKind.METER, BoxKind.TRANSACTION);

    public BoxPlaces {
        var copy = new EnumMap<BoxKind, List<BoxAddress>>(BoxKind.class);
        elsewhere.forEach((kind, addresses) -> {
            if (ONE_MEMORY.contains(kind) && addresses.size() > 1) {
                throw new IllegalArgumentException(
                        "there is one %s box, since it is the one memory of its records"
                                .formatted(kind.word()));
            }
            if (Set.copyOf(addresses).size() < addresses.size()) {
                throw new IllegalArgumentException(
                        "two %s boxes are at one place".formatted(kind.word()));
            }
            if (!addresses.isEmpty()) {
                copy.put(kind, List.copyOf(addresses));
            }
        });
        elsewhere = Collections.unmodifiableMap(copy);
    }

    /// The same, with this box at these addresses.
    public BoxPlaces with(BoxKind kind, BoxAddress... addresses) {
        var changed = new EnumMap<BoxKind, List<BoxAddress>>(BoxKind.class);
        changed.putAll(elsewhere);
        changed.put(kind, List.of(addresses));
        return new BoxPlaces(changed);
    }

    /// The same, with this box where the text says: `embedded`, or addresses with commas between.
    /// Throws and says what is wrong with the text.
    public BoxPlaces with(BoxKind kind, String text) {
        return text.strip().equals(HERE)
                ? with(kind)
                : with(
                        kind,
                        Stream.of(text.split(",", -1))
                                .map(String::strip)
                                .map(BoxAddress::of)
                                .toArray(BoxAddress[]::new));
    }

    /// As [#with] reads it.
    public String text(BoxKind kind) {
        var addresses = addresses(kind);
        return addresses.isEmpty()
                ? HERE
                : addresses.stream().map(BoxAddress::toString).collect(Collectors.joining(","));
    }

    /// Empty for a box in the function server's process.
    List<BoxAddress> addresses(BoxKind kind) {
        return elsewhere.getOrDefault(kind, List.of());
    }

    /// The boxes in the function server's process.
    Set<BoxKind> here() {
        var here = EnumSet.allOf(BoxKind.class);
        here.removeAll(elsewhere.keySet());
        return here;
    }
}
