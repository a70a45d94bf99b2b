package org.franklin.box.keeper;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The people whom a box believes, sealed into it when it was made. Nobody is named twice and no
/// key is there twice; with fewer than two of them no ceremony is possible.
public record Keepers(List<Keeper> people) {

    public static final Keepers NONE = new Keepers(List.of());

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    /// What came of naming keepers.
    public sealed interface Naming {

        record Named(Keepers keepers) implements Naming {}

        /// A sentence that says who cannot be a keeper, and why.
        record Refused(String sentence) implements Naming {}
    }

    public Keepers {
        people = List.copyOf(people);
        KeeperLaw.fault(people)
                .ifPresent(sentence -> {
                    throw new IllegalArgumentException(sentence);
                });
    }

    public static Naming of(List<Keeper> people) {
        return KeeperLaw.fault(people)
                .<Naming>map(Naming.Refused::new)
                .orElseGet(() -> new Naming.Named(new Keepers(people)));
    }

    /// Whether a text can be a keeper's name: 1 to 40 letters, digits, spaces, points and dashes.
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public Optional<Keeper> find(String name) {
        return people.stream().filter(keeper -> keeper.name().equals(name)).findFirst();
    }

    /// Whether there are two different people for a ceremony.
    public boolean areEnough() {
        return people.size() >= 2;
    }
}
