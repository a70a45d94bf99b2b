package org.franklin.model.wire;

import org.franklin.model.canonical.Bytes;

/// The outcome of a meter request, for `POST /v1/meters/{serial}/requests` (whose body is a
/// [org.franklin.model.meter.DeviceSigned]) and `GET
/// /v1/meters/{serial}/requests/{device}/{sequence}`: the canonical bytes of the
/// [org.franklin.model.meter.MeterReply], the same for ever.
public record Outcome(Bytes reply) {}
