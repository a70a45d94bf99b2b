package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.model.canonical.Hash;

import java.util.List;
import java.util.Optional;

/// What keepers have a box do to its own memory: steps that need not follow its last ones, latches
/// cleared, and an entry in the audit chain. It is done only while `head` is the chain's last hash.
public record Amends(Hash head, List<Renewal> renewed, Release release, Optional<Note> note) {

    /// A step from which the subject goes on; it is no longer latched. `cut` where the box cannot
    /// read the steps before.
    public record Renewal(Advance step, boolean cut) {}

    /// Which latch is cleared.
    public sealed interface Release {

        record None() implements Release {}

        record Subject(String subject) implements Release {}

        /// All subjects but those whose bytes cannot be read.
        record AllSubjects() implements Release {}

        record Box() implements Release {}
    }

    public record Note(BoxEvent.Kind kind, String subject, String text) {}

    public Amends {
        renewed = List.copyOf(renewed);
    }
}
