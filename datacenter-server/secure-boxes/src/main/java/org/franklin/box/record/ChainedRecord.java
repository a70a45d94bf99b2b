package org.franklin.box.record;

/// A record that a box signs and strangers keep: each names the one before by hash, and its counter
/// is what the box remembers of it.
public interface ChainedRecord {

    ChainLink link();

    /// Names the record's owner, for example `meter 1042`.
    String subject();

    default long counter() {
        return link().counter();
    }
}
