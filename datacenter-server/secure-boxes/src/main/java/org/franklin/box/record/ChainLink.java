package org.franklin.box.record;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.time.Instant;
import java.time.ZoneOffset;

/// A record's place in its chain.
///
/// `cluster` names the installation, 16 bytes. `month`, YYYYMM in UTC, says which month's key
/// signs. `counter` counts the steps and is the freshness data. `previous` is the hash of the
/// signed record before, [Hash#NONE] for the first. `time` is that of the step, and `request` what
/// the step answered to.
public record ChainLink(
        Bytes cluster, int month, long counter, Hash previous, Instant time, RequestKey request) {

    /// The first place, which the data center asks for.
    public static ChainLink first(Bytes cluster, Instant time) {
        var request = new RequestKey(RequestKey.DATA_CENTER, 0, Hash.NONE);
        return new ChainLink(cluster, monthOf(time), 0, Hash.NONE, time, request);
    }

    /// The next place. A clock that fell back moves neither the time nor the month back.
    ChainLink next(Hash current, RequestKey request, Instant now) {
        Instant later = laterOf(now);
        return new ChainLink(
                cluster, monthOf(later), Math.incrementExact(counter), current, later, request);
    }

    /// What time it is, as far as this chain lets a clock say.
    public Instant laterOf(Instant now) {
        return now.isBefore(time) ? time : now;
    }

    private static int monthOf(Instant time) {
        var date = time.atOffset(ZoneOffset.UTC);
        return date.getYear() * 100 + date.getMonthValue();
    }
}
