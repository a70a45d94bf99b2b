package org.franklin.client.history.piece;

import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.model.meter.MeterReply;

import java.util.List;

/// What is known of the meter's whole history, beside the outbox of this computer.
public sealed interface Chain {

    /// Nothing to say yet.
    record Unread() implements Chain {}

    /// It is being read, and that takes its time.
    record Reading() implements Chain {}

    /// Every receipt is genuine and follows the one before. `pieces` counts all pieces of the
    /// meter.
    record Holds(long pieces, List<MeterReply> steps) implements Chain {
        public Holds {
            steps = List.copyOf(steps);
        }
    }

    /// It breaks at the receipt with this number.
    record Broken(long receipt, String law) implements Chain {}

    record NotRead(Refusal why) implements Chain {}

    /// The steps that are proven.
    default List<MeterReply> proven() {
        return this instanceof Holds(_, var steps) ? steps : List.of();
    }

    static Chain of(VerifiedStatement statement) {
        return switch (statement) {
            case VerifiedStatement.Holds(var steps, _, _) ->
                    new Holds(
                            steps.isEmpty() ? 0 : steps.getLast().receipt().receipt().pieces(),
                            steps);
            case VerifiedStatement.Broken(var counter, var law) -> new Broken(counter, law);
            case VerifiedStatement.NotRead(var why) -> new NotRead(why);
        };
    }
}
