package org.franklin.box;

/// How a record stands to what its box remembers.
public enum Standing {
    CURRENT,
    /// One step behind, as after a crash: the next request repairs it.
    BEHIND_BY_ONE,
    /// More than one step behind: a slow reader, or a restored backup.
    STALE,
    /// Ahead of the box: the box lost state.
    AHEAD,
    /// The box's own counter, but another record.
    FORKED,
    BAD_MAC,
    /// The box never heard of it.
    UNKNOWN,
    /// Locked since tampering was confirmed.
    LOCKED
}
