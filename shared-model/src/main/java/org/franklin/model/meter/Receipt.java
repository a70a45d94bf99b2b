package org.franklin.model.meter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What the meter box states about one step of one meter.
///
/// Receipts of a meter chain: `counter` rises by one, and `previousRecord` is the `record` of the
/// one before. `pieces` is the meter's piece count and `registers` its registers after the step;
/// `indiciaRoot` is the SHA-256 of the step's indicia, one after the other ([Hash#NONE] without
/// any). `cluster` names the installation, 16 bytes. `time` is kept to the millisecond, as it is
/// signed.
public record Receipt(
        Bytes cluster,
        SerialNumber serial,
        long counter,
        Instant time,
        RequestKey request,
        Hash record,
        Hash previousRecord,
        Registers registers,
        long pieces,
        Hash indiciaRoot) {

    public Receipt {
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }
}
