package org.franklin.box.statement;

import org.franklin.box.key.MasterKey;
import org.franklin.box.key.WrappedKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

/// What the steel box hands over when it made a meter: its numbers, its certificate (X.509, DER,
/// signed by the Post's root) and its token key, wrapped for the meter box alone. The `mac` is that
/// of [BirthMac].
public record Birth(
        Bytes cluster,
        SerialNumber serial,
        long manufacturingNumber,
        WrappedKey tokenKey,
        Bytes certificate,
        Bytes mac) {

    public Birth {
        if (cluster.length() != MasterKey.CLUSTER_LENGTH || manufacturingNumber < 1) {
            throw new IllegalArgumentException("a meter is born with a number, in a cluster");
        }
    }

    /// The same with another MAC.
    Birth with(Bytes other) {
        return new Birth(cluster, serial, manufacturingNumber, tokenKey, certificate, other);
    }
}
