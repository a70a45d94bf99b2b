package org.franklin.box.ceremony;

import org.franklin.box.freshness.Advance;
import org.franklin.box.keeper.Keepers;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.util.List;

/// What a box answers about ceremonies.
public sealed interface CeremonyAnswer {

    /// `stopped` is why the box was stopped, empty if it was not; `subjects` is how many it has,
    /// `latched` how many of these are; `tokenKeys` says whether it has any to export.
    record Described(
            Bytes cluster,
            String box,
            Keepers keepers,
            Hash head,
            String stopped,
            int subjects,
            int latched,
            boolean tokenKeys)
            implements CeremonyAnswer {}

    /// `next` is where the next ones begin, or -1 after the last.
    record Named(List<String> subjects, int next) implements CeremonyAnswer {
        public Named {
            subjects = List.copyOf(subjects);
        }
    }

    /// `damaged` where the next older one cannot be read; no steps are left below an empty list.
    record Walked(List<Advance> steps, boolean damaged) implements CeremonyAnswer {
        public Walked {
            steps = List.copyOf(steps);
        }
    }

    /// The steps that used a counter up, one for each claim.
    record Renewed(List<Advance> steps) implements CeremonyAnswer {
        public Renewed {
            steps = List.copyOf(steps);
        }
    }

    /// It is durable. `steps` are those that the box took for it.
    record Performed(List<Advance> steps) implements CeremonyAnswer {
        public Performed {
            steps = List.copyOf(steps);
        }
    }

    /// To a [CeremonyRequest.Judge].
    record Agreed() implements CeremonyAnswer {}

    record Refused(CeremonyRefusal refusal) implements CeremonyAnswer {}
}
