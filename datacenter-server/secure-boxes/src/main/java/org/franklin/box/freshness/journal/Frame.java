package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.model.canonical.Bytes;

import java.util.List;

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
    }
}
