package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;

/// One entry of the journal. `before` is the file offset, in bytes, of the frame that holds the
/// subject's step before, or 0; so a meter's steps are a list that is walked backwards on disk.
sealed interface Entry {

    record Stepped(Advance step, long before) implements Entry {}

    record Latched(String subject, Evidence evidence) implements Entry {}

    /// The box was stopped for good.
    record Stopped(String reason) implements Entry {}

    record Noted(BoxEvent event) implements Entry {}
}
