package org.franklin.box.ceremony;

import org.franklin.model.canonical.Bytes;

import java.util.List;
import java.util.Optional;

/// What a box can be asked about ceremonies, also while it is stopped. Only [Renew] and [Perform]
/// change anything.
public sealed interface CeremonyRequest {

    record Describe() implements CeremonyRequest {}

    /// The names of the box's subjects, from this place on.
    record Subjects(int from) implements CeremonyRequest {}

    /// The steps of a subject below a counter, newest first.
    record Steps(String subject, long below) implements CeremonyRequest {}

    /// Whether the ceremony would be performed now; nothing is done.
    record Judge(Order order) implements CeremonyRequest {}

    /// A part of a re-provision: from the highest genuine record of each, among the box's own and
    /// those shown, one step that uses a counter up. The box stays stopped.
    record Renew(Order order, List<Claim> claims) implements CeremonyRequest {
        public Renew {
            claims = List.copyOf(claims);
        }
    }

    /// Performs the ceremony. `shown` is where the box may look for a record that it cannot read
    /// back.
    record Perform(Order order, List<Bytes> shown) implements CeremonyRequest {
        public Perform {
            shown = List.copyOf(shown);
        }
    }

    /// What keepers order with it, if they do.
    default Optional<Order> ordered() {
        return switch (this) {
            case Judge(var order) -> Optional.of(order);
            case Renew(var order, _) -> Optional.of(order);
            case Perform(var order, _) -> Optional.of(order);
            case Describe _, Subjects _, Steps _ -> Optional.empty();
        };
    }

    /// Signed records that are said to be of a subject.
    record Claim(String subject, List<Bytes> shown) {
        public Claim {
            shown = List.copyOf(shown);
        }
    }
}
