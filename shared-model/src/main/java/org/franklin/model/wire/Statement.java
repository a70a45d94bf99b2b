package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.SerialNumber;

import java.util.List;

/// `GET /v1/meters/{serial}/statement?from=N&most=M`: the replies of the meter's steps from counter
/// N on, in order, as canonical [org.franklin.model.meter.MeterReply] bytes. Their receipts chain.
public record Statement(SerialNumber serial, List<Bytes> replies) {

    public static final int MOST = 500;

    public Statement {
        replies = List.copyOf(replies);
    }
}
