package org.franklin.client.history;

import org.franklin.client.history.piece.Entry;
import org.franklin.client.history.piece.Fact;

import java.util.List;

/// What the panel shows.
public sealed interface Detail {

    record None() implements Detail {}

    /// An entry and its life. `obstacle` says why it cannot be printed; it is empty if it can.
    record Of(Entry entry, List<Fact> life, String obstacle) implements Detail {
        public Of {
            life = List.copyOf(life);
        }
    }
}
