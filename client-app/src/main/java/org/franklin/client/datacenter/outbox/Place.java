package org.franklin.client.datacenter.outbox;

import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;

/// A number in the sequence of one device at one meter: whatever is asked there, one outcome wins.
public record Place(SerialNumber serial, DeviceId device, long sequence) {

    /// The place that a device's step took.
    public static Place of(Receipt receipt) {
        var asked = receipt.request();
        return new Place(receipt.serial(), new DeviceId(asked.actor()), asked.sequence());
    }

    public static Place of(MeterRequest request) {
        return new Place(request.serial(), request.device(), request.sequence());
    }
}
