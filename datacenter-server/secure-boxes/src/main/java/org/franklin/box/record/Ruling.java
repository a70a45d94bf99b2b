package org.franklin.box.record;

import java.util.List;

/// What the decision table says: the memory afterwards, the row, and what is to be made durable
/// first, in order.
public record Ruling(Memory memory, Outcome outcome, List<Effect> effects) {

    public Ruling {
        effects = List.copyOf(effects);
    }

    public static Ruling of(Memory memory, Outcome outcome, Effect... effects) {
        return new Ruling(memory, outcome, List.of(effects));
    }
}
