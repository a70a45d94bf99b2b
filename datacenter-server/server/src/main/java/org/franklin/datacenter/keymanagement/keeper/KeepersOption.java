package org.franklin.datacenter.keymanagement.keeper;

import org.franklin.box.keeper.Keeper;
import org.franklin.box.keeper.KeeperFile.Read;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.keeper.PublicHalf;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The option of `init` that names who is a keeper.
public final class KeepersOption {

    @Option(
            names = "--keeper",
            paramLabel = "FILE",
            description =
                    "The public half of a keeper, as keeper new writes it; repeated. Two of them"
                            + " together can unlock what a box locked. Sealed for good.")
    private List<Path> files = List.of();

    /// Who is named; nobody where two are to be made.
    public Keepers.Naming named() throws IOException {
        var people = new ArrayList<Keeper>();
        for (Path file : files) {
            switch (PublicHalf.read(file)) {
                case Read.Of<Keeper>(var keeper) -> people.add(keeper);
                case Read.Refused<Keeper>(var sentence) -> {
                    return new Keepers.Naming.Refused(sentence);
                }
            }
        }
        return Keepers.of(people);
    }

    /// What to know of who can unlock, in lines; `made` is where two are, if none were named.
    public List<String> lines(Path made) {
        return switch (files.size()) {
            case 0 ->
                    List.of(
                            "  keepers       two, with their keys in " + made,
                            "CAUTION: whoever has both of these keys can unlock meters alone. Give"
                                    + " each to another person, or init with --keeper.");
            case 1 ->
                    List.of(
                            "  keepers       1",
                            "CAUTION: with fewer than two keepers nothing that locks can ever be"
                                    + " unlocked.");
            default -> List.of("  keepers       " + files.size());
        };
    }

    /// What the making of an installation takes for it.
    public Optional<Keepers> given(Keepers named) {
        return files.isEmpty() ? Optional.empty() : Optional.of(named);
    }
}
