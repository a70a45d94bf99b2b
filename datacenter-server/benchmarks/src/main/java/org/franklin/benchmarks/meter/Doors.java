package org.franklin.benchmarks.meter;

import org.franklin.box.BoxPort;
import org.franklin.box.SecureBox;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;

/// The doors of the boxes that make and keep meters: steel box (38) and meter box (44).
record Doors(
        BoxPort<SteelBoxRequest, SteelBoxAnswer> steel,
        BoxPort<MeterBoxRequest, MeterBoxAnswer> meter) {

    static Doors of(SecureBox steel, SecureBox meter) {
        return new Doors(
                new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, steel),
                new BoxPort<>(MeterBoxRequest.class, MeterBoxAnswer.class, meter));
    }
}
