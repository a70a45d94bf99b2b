package org.franklin.box.record;

/// A record that a box signs and strangers keep: each names the one before by hash, and its counter
/// is what the box remembers of it. `R` is the record's own type.
public interface ChainedRecord<R extends ChainedRecord<R>> {

    ChainLink link();

    /// Names the record's owner, for example `meter 1042`.
    String subject();

    /// The same record at another place of its chain.
    R at(ChainLink link);

    default long counter() {
        return link().counter();
    }
}
