package org.franklin.datacenter.function.ceremony;

import org.franklin.box.ceremony.Proposal;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.verifier.Verifier;

import java.util.List;

/// What keepers read before they sign.
final class Wording {

    private Wording() {}

    static List<String> of(Proposal proposal) {
        return proposal.items().stream().map(Wording::of).toList();
    }

    private static String of(Proposal.Item item) {
        var statement = item.statement();
        return "%s. Asked for by %s at %s: %s"
                .formatted(
                        task(statement),
                        item.asked().keeper(),
                        statement.time(),
                        statement.reason());
    }

    private static String task(Statement statement) {
        return switch (statement.kind()) {
            case UNLATCH ->
                    "Unlock %s at the %s, and go on from the box's own last record"
                            .formatted(statement.subject(), statement.box());
            case UNLATCH_BOX -> "Unlock the %s".formatted(statement.box());
            case HEAL ->
                    "Put the database right from the %s, and unlock there: %s"
                            .formatted(statement.box(), statement.subject());
            case REPROVISION ->
                    "Re-provision the %s: move every record one step on, and unlock it"
                            .formatted(statement.box());
            case EXPORT_TOKEN_KEYS ->
                    ("Seal the Post's token keys of all meters of the %s to %s, who can then check"
                                    + " their postal tokens, and could make them")
                            .formatted(statement.box(), verifier(statement));
        };
    }

    static String sealed(Statement statement) {
        return "The Post's token keys of all meters are sealed to " + verifier(statement) + ".";
    }

    private static String verifier(Statement statement) {
        return Verifier.ofSubject(statement.subject())
                .map(whom ->
                        "verifier %s (key SHA-256 %s)".formatted(whom.name(), whom.fingerprint()))
                .orElse("nobody, since the request names no verifier");
    }
}
