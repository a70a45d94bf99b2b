package org.franklin.client.datacenter.outcome;

import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;

import java.util.List;

/// The meter's whole history, as far as this computer can prove it without trusting the data
/// center.
public sealed interface VerifiedStatement {

    /// Every receipt is signed by a certified box and follows the one before, the registers' law
    /// holds at each step, and every receipt that this computer ever got is there.
    record Holds(List<MeterReply> steps, Registers registers, Postage refilled)
            implements VerifiedStatement {
        public Holds {
            steps = List.copyOf(steps);
        }
    }

    /// The history breaks at this counter; `law` says what does not hold.
    record Broken(long counter, String law) implements VerifiedStatement {}

    record NotRead(Refusal why) implements VerifiedStatement {}
}
