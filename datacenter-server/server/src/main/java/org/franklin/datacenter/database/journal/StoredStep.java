package org.franklin.datacenter.database.journal;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.RequestKey;

import java.time.Instant;

/// One step of a record: the counter that it reached, what it answers to, the reply as the box
/// wrote it, and the box's time.
public record StoredStep(long counter, RequestKey request, Bytes reply, Instant time) {}
