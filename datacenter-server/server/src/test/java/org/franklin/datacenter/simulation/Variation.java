package org.franklin.datacenter.simulation;

/// The data center as it is, and with a rule taken away, to show that its loss is seen.
enum Variation {
    NONE,
    /// Handlers read, and so show to the box, what the database may yet lose.
    SHOWS_UNCOMMITTED,
    /// The box's disk says that it wrote what it has only in its cache.
    CACHES_WRITES
}
