package org.franklin.box.ceremony;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.freshness.Amends.Note;
import org.franklin.box.verifier.Verifier;

/// What the audit chain says of a ceremony: what was done, who asked, who approved, and why.
final class Minutes {

    private Minutes() {}

    static Note of(Order order, String what) {
        var statement = order.statement();
        var text =
                "%s; asked for by %s, approved by %s: %s"
                        .formatted(
                                what,
                                order.asked().keeper(),
                                order.approved().keeper(),
                                statement.reason());
        return switch (statement.kind()) {
            case UNLATCH, UNLATCH_BOX -> new Note(Kind.UNLATCHED, statement.subject(), text);
            case HEAL -> new Note(Kind.HEALED, statement.subject(), text);
            case REPROVISION -> new Note(Kind.REPROVISIONED, statement.subject(), text);
            case EXPORT_TOKEN_KEYS -> new Note(Kind.TOKEN_KEYS_EXPORTED, Statement.BOX, text);
        };
    }

    /// What is said of an export.
    static String sealed(int meters, String subject) {
        var whom = Verifier.ofSubject(subject).orElseThrow();
        return "the Post's token keys of %d meters were sealed to verifier %s, key SHA-256 %s"
                .formatted(meters, whom.name(), whom.fingerprint());
    }
}
