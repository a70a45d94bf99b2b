package org.franklin.box;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;

/// A record that a box signs and strangers keep: each names the one before by hash, and its counter
/// is what the box remembers of it.
public interface ChainedRecord {

    /// The installation, 16 bytes.
    Bytes cluster();

    /// The month, YYYYMM, whose key signs this record.
    int month();

    long counter();

    /// The hash of the signed record before this one; [Hash#NONE] for the first.
    Hash previous();

    /// Names the record's owner, for example `meter 1042`.
    String subject();
}
