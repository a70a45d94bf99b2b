package org.franklin.datacenter.simulation;

import org.franklin.box.meter.MeterStep;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;

import java.util.Optional;

/// What somebody asks of a meter, the same bytes at every retry. `asker` is the device's number in
/// the run; without a `place`, nobody can be answered.
record Errand(
        String name, SerialNumber serial, Optional<RequestKey> place, MeterStep step, int asker) {

    /// Of those whom the post office pays for, and of those who ask for what they may not have.
    static final int TREASURY = -1;

    static final int STRANGER = -2;

    boolean isCancel() {
        return step instanceof MeterStep.Serve(var signed)
                && signed.decode() instanceof Valid<MeterRequest>(MeterRequest.Cancel _);
    }

    @Override
    public String toString() {
        return name;
    }
}
