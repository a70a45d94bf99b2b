package org.franklin.box.meter;

import org.franklin.box.ChainedRecord;
import org.franklin.box.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One logical meter. `counter` counts its steps and is its freshness data; `pieces` counts its
/// pieces and is printed.
///
/// `refilled` is all that ever came in, so that `refilled` = ascending + descending at every step.
/// `time` is that of the last step and never falls. `certificate` is the number of the meter's
/// certificate, good for mailing dates from `certifiedFrom` to `certifiedTo`, both included.
public record MeterRecord(
        Bytes cluster,
        SerialNumber serial,
        long manufacturingNumber,
        int month,
        long counter,
        Hash previous,
        Instant time,
        Registers registers,
        Postage refilled,
        long pieces,
        List<Device> devices,
        int lastDevice,
        long lastGrant,
        long lastVoucher,
        Hash indiciaRoot,
        WrappedKey tokenKey,
        int certificate,
        LocalDate certifiedFrom,
        LocalDate certifiedTo)
        implements ChainedRecord {

    public MeterRecord {
        devices = List.copyOf(devices);
        if (!registers.controlTotal().equals(refilled)) {
            throw new IllegalArgumentException(
                    "what came in is what was spent and what is left: the registers do not fit");
        }
    }

    @Override
    public String subject() {
        return "meter " + serial.number();
    }
}
