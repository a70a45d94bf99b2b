package org.franklin.datacenter.database.journal;

import org.franklin.model.canonical.Bytes;

/// A signed record as its box wrote it, and the counter inside it.
public record StoredRecord(long counter, Bytes record) {}
