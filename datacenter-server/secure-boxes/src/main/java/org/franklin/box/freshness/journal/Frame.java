package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.model.canonical.Bytes;

import java.util.List;
import java.util.Optional;

/// What one write to the journal holds, all of it or nothing. `previous` is the MAC of the frame
/// before, 32 bytes, so that no frame can be taken out or put in. No subject has two steps in it.
record Frame(long number, Bytes previous, List<Entry> entries) {

    Frame {
        entries = List.copyOf(entries);
    }

    /// `before` is the file offset, in bytes, of the frame that holds the subject's step before, or
    /// 0; so a meter's steps are a list that is walked backwards on disk.
    sealed interface Entry {

        record Stepped(Advance step, long before) implements Entry {}

        record Latched(String subject, Evidence evidence) implements Entry {}

        /// The box was stopped for good.
        record Stopped(String reason) implements Entry {}

        record Noted(BoxEvent event) implements Entry {}

        /// Keepers cleared a subject's latch.
        record Unlatched(String subject) implements Entry {}

        /// Keepers cleared the latch of every subject whose bytes can be read.
        record AllUnlatched() implements Entry {}

        /// Keepers let the stopped box go on.
        record Resumed() implements Entry {}

        /// A step that keepers had the box take from a record that need not be its last one; the
        /// subject is not latched afterwards. `before` as in [Stepped].
        record Renewed(Advance step, long before) implements Entry {}

        /// The step in this entry, with the place of the one before, if there is one.
        default Optional<Stepped> stepped() {
            return switch (this) {
                case Stepped stepped -> Optional.of(stepped);
                case Renewed(var step, long before) -> Optional.of(new Stepped(step, before));
                case Latched _, Stopped _, Noted _, Unlatched _, AllUnlatched _, Resumed _ ->
                        Optional.empty();
            };
        }
    }
}
