package org.franklin.datacenter.function.records;

import org.franklin.datacenter.database.journal.StoredStep;

/// What became of an earlier request, as far as database and archive tell.
public sealed interface Archived {

    /// It, or another one, took its place.
    record Step(StoredStep step) implements Archived {}

    /// No request ever took its place.
    record Nothing() implements Archived {}

    /// Its place was taken, and the box cannot read back by what.
    record Unreadable() implements Archived {}
}
