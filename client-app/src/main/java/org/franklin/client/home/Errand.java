package org.franklin.client.home;

import org.franklin.client.datacenter.draft.PaidPiece;

import java.util.Set;
import java.util.function.Consumer;

/// Where home leads. It offers only what the program has a window for.
public enum Errand {
    NEW_PIECE,
    NEW_BATCH,
    PRINT_SAMPLE,
    ALL_PIECES,
    ADD_FUNDS;

    /// The errands that can be run, and how.
    public record Runner(Set<Errand> possible, Consumer<Errand> run, Consumer<PaidPiece> print) {

        public Runner {
            possible = Set.copyOf(possible);
        }

        boolean offers(Errand errand) {
            return possible.contains(errand);
        }
    }
}
