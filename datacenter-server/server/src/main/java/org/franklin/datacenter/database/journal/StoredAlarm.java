package org.franklin.datacenter.database.journal;

import org.franklin.model.canonical.Hash;

import java.time.Instant;

/// Evidence of tampering with one record: who it is of, what is wrong, the hash of the record as it
/// was shown, when that was seen first and last, and how often.
public record StoredAlarm(
        String subject, String evidence, Hash record, Instant first, Instant last, long times) {}
