package org.franklin.box.record;

import org.franklin.box.Standing;
import org.franklin.box.freshness.Slot;
import org.franklin.model.canonical.Hash;

import java.util.Optional;

/// The state in which a box decides about one subject: its slot of the freshness log, empty if the
/// box never heard of it; what it keeps while it runs; and why it serves nobody, if so.
public record Memory(Optional<Slot> slot, Watch watch, Optional<String> fault) {

    Standing standing(long counter, Hash hash) {
        return slot.map(known -> known.standing(counter, hash)).orElse(Standing.UNKNOWN);
    }

    Memory with(Slot changed) {
        return new Memory(Optional.of(changed), watch, fault);
    }

    Memory with(Watch changed) {
        return new Memory(slot, changed, fault);
    }

    Memory stopped(String reason) {
        return new Memory(slot, watch, Optional.of(reason));
    }
}
