package org.franklin.box.freshness;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.time.Instant;

/// One step of one subject: from the record with hash `from` to the signed `record`, whose counter
/// is `counter`, with the whole reply to `request`. All of it is journalled before any of it
/// leaves.
public record Advance(
        String subject,
        long counter,
        Hash from,
        Bytes record,
        RequestKey request,
        Bytes reply,
        Instant time) {}
