package org.franklin.box.freshness;

import org.franklin.box.Standing;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.model.canonical.Hash;

import java.util.Optional;

/// Two-slot freshness (protocol 2.2): the last counter and hash, and the hash before.
///
/// One step behind is a named, legal state: it is what a crash between box and database leaves.
public record Slot(long counter, Hash hash, Hash previous, Optional<Evidence> latched) {

    /// How a record with a good MAC stands to this memory (protocol 2.4).
    public Standing standing(long shownCounter, Hash shownHash) {
        if (latched.isPresent()) {
            return Standing.LOCKED;
        }
        if (shownCounter > counter) {
            return Standing.AHEAD;
        }
        if (shownCounter == counter) {
            return shownHash.equals(hash) ? Standing.CURRENT : Standing.FORKED;
        }
        if (shownCounter == counter - 1) {
            return shownHash.equals(previous) ? Standing.BEHIND_BY_ONE : Standing.FORKED;
        }
        return Standing.STALE;
    }

    public Slot advancedTo(Hash next) {
        return new Slot(counter + 1, next, hash, latched);
    }

    public Slot latchedFor(Evidence evidence) {
        return new Slot(counter, hash, previous, Optional.of(evidence));
    }

    /// Whether a step builds on this memory.
    public boolean precedes(Advance step) {
        return latched.isEmpty() && step.counter() == counter + 1 && step.from().equals(hash);
    }
}
