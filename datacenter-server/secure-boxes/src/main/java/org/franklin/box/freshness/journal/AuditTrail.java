package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;

import java.nio.LongBuffer;
import java.util.Arrays;

/// Where the entries of the box's audit chain lie in the journal, and the end of the chain. Not
/// safe for several threads.
final class AuditTrail {

    /// How many entries there are, and the hash of the last one, which the next one names.
    record Tip(int count, Hash head) {

        boolean precedes(BoxEvent event) {
            return event.number() == count + 1L && event.previous().equals(head);
        }

        Tip with(BoxEvent event) {
            return new Tip(count + 1, Canonical.hash(event));
        }
    }

    /// A trail as it once was; what the trail adds later does not change it.
    record Prefix(LongBuffer offsets, Tip tip) {}

    private long[] offsets;
    private Tip tip;

    AuditTrail() {
        this(new Prefix(LongBuffer.allocate(0), new Tip(0, Hash.NONE)));
    }

    AuditTrail(Prefix start) {
        tip = start.tip();
        offsets = new long[Math.max(16, tip.count())];
        start.offsets().get(0, offsets, 0, tip.count());
    }

    void add(BoxEvent event, long offset) {
        if (tip.count() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[tip.count()] = offset;
        tip = tip.with(event);
    }

    Tip tip() {
        return tip;
    }

    Prefix prefix() {
        return new Prefix(LongBuffer.wrap(offsets, 0, tip.count()).slice(), tip);
    }
}
